namespace Ingest.Parser.Html.State;

/// <summary>
/// State that is one flat list, in which objects and lists have the positions of their members instead of the members
/// (<c>__NUXT_DATA__</c>): put together again.
/// </summary>
internal static class StateReferences
{
    private const int MaxDepth = 60;
    private const int MostNodes = 200_000;

    /// <summary>A state with all that it refers to in its place, by position or by name.</summary>
    public static StateNode Whole(StateNode root, Deadline deadline) => NamedReferences.Resolve(Are(root) ? Resolve(root) : root, deadline);

    /// <summary>Whether a document is such a list.</summary>
    private static bool Are(StateNode root) => root.Children is [{ IsList: true, Children: [{ Text: null, Number: < 0, Children.Count: > 0 } first, _, ..] }] && first.Children.TrueForAll(member => member.Number >= 0 || member.Text is not null);

    /// <summary>The same state as a tree.</summary>
    private static StateNode Resolve(StateNode root)
    {
        var top = new StateNode("", null) { IsList = true };
        var count = 0;
        Copy(root.Children[0].Children, 0, "", top, 0, ref count);
        return top;
    }

    private static void Copy(List<StateNode> all, int position, string key, StateNode into, int depth, ref int count)
    {
        if (position < 0 || position >= all.Count || depth > MaxDepth || ++count > MostNodes)
        {
            return;
        }

        var node = all[position];
        if (node.Text is not null || node.Number >= 0)
        {
            into.Add(new StateNode(key, into) { Text = node.Text, Number = node.Number });
            return;
        }

        // ["Reactive", 12] stands for what is at 12.
        if (node is { IsList: true, Children: [{ Text: not null }, { Number: >= 0 } wrapped] })
        {
            Copy(all, wrapped.Number, key, into, depth + 1, ref count);
            return;
        }

        var copy = new StateNode(key, into) { IsList = node.IsList };
        into.Add(copy);
        foreach (var member in node.Children)
        {
            Copy(all, member.Number, member.Key, copy, depth + 1, ref count);
        }
    }
}
