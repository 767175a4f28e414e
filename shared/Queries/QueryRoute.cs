using System.Reflection;
using System.Text.Json;

namespace Ingest.Queries;

/// <summary>What both ends of a remote query agree on.</summary>
internal static class QueryRoute
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public static string Of(MethodInfo method) => $"/query/{method.DeclaringType!.Name}/{method.Name}";

    public static Type AnswerType(MethodInfo method) => method.ReturnType.GetGenericArguments()[0];

    /// <summary>The answer of a completed <c>Task&lt;T&gt;</c> whose T is only known at run time.</summary>
    public static object? AnswerOf(Task completed) => completed.GetType().GetProperty("Result")!.GetValue(completed);
}
