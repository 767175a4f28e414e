namespace Ingest.Parser.Html.State;

/// <summary>
/// State in which objects stand side by side under their names and refer to each other (<c>{"__ref":"Article:1"}</c>, Apollo): put together again.
/// </summary>
internal static class NamedReferences
{
    private const int MaxDepth = 40;
    private const int MostNodes = 200_000;

    /// <summary>The same state with what is referred to in its place; the state itself when nothing refers to anything.</summary>
    public static StateNode Resolve(StateNode root, Deadline deadline)
    {
        var named = new Dictionary<string, StateNode>(StringComparer.Ordinal);
        var refers = false;
        var open = new Stack<StateNode>([root]);
        while (open.TryPop(out var node))
        {
            deadline.Check();
            refers |= NameIn(node) is not null;
            if (node.Key.Contains(':', StringComparison.Ordinal) && node.Children.Count > 0)
            {
                named.TryAdd(node.Key, node);
            }

            node.Children.ForEach(open.Push);
        }

        if (!refers || named.Count == 0)
        {
            return root;
        }

        var top = new StateNode("", null) { IsList = true };
        var count = 0;
        Copy(root, root.Key, top, 0, named, ref count);
        return top;
    }

    private static void Copy(StateNode node, string key, StateNode into, int depth, Dictionary<string, StateNode> named, ref int count)
    {
        if (depth > MaxDepth || ++count > MostNodes)
        {
            return;
        }

        if (NameIn(node) is { } name && named.TryGetValue(name, out var meant))
        {
            Copy(meant, key, into, depth + 1, named, ref count);
            return;
        }

        var copy = new StateNode(key, into) { IsList = node.IsList, Text = node.Text, Number = node.Number };
        into.Add(copy);
        foreach (var child in node.Children)
        {
            Copy(child, child.Key, copy, depth + 1, named, ref count);
        }
    }

    /// <summary>Newer and older caches of Apollo.</summary>
    private static string? NameIn(StateNode node) =>
        node.IsList || node.Children.Count is 0 or > 4 ? null
        : node.Member("__ref")?.Text ?? (node.Member("type")?.Text == "id" && node.Member("generated") is not null ? node.Member("id")?.Text : null);
}
