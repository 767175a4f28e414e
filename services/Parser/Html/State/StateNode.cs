namespace Ingest.Parser.Html.State;

/// <summary>A value of an application's state: an object or list with its members, a text, or a number.</summary>
internal sealed class StateNode(string key, StateNode? parent)
{
    private static readonly List<StateNode> None = [];
    private List<StateNode>? _children;

    /// <summary>The name it has in its object; empty in a list.</summary>
    public string Key { get; } = key;

    public StateNode? Parent { get; } = parent;

    public bool IsList { get; init; }

    /// <summary>Null for all but texts.</summary>
    public string? Text { get; init; }

    /// <summary>A whole number; -1 for what is none.</summary>
    public int Number { get; init; } = -1;

    public List<StateNode> Children => _children ?? None;

    public void Add(StateNode child) => (_children ??= []).Add(child);

    /// <summary>The first member of this name.</summary>
    public StateNode? Member(string name) => IsList ? null : Children.Find(child => child.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
}
