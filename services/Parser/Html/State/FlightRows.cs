using System.Globalization;

namespace Ingest.Parser.Html.State;

/// <summary>
/// The rows in which React's server components come: <c>5:{…}</c>, or <c>6:T1a3f,…</c> for a text of so many bytes. A page sends
/// them in pieces, each a string in a call of <c>__next_f.push</c>.
/// </summary>
internal static class FlightRows
{
    /// <summary>The pieces of one script, or an empty list.</summary>
    public static IEnumerable<string> Pieces(string script, StateNode root) => script.Contains("__next_f", StringComparison.Ordinal)
        ? root.Children.Where(call => call is { IsList: true, Children: [{ Number: 1 }, { Text: not null }] }).Select(call => call.Children[1].Text!)
        : [];

    /// <summary>The values of all rows, under one list.</summary>
    public static StateNode Read(string rows, Deadline deadline)
    {
        var root = new StateNode("", null) { IsList = true };
        for (var at = 0; at < rows.Length;)
        {
            deadline.Check();
            var colon = rows.AsSpan(at, Math.Min(12, rows.Length - at)).IndexOf(':');
            if (colon < 0)
            {
                at = Line(rows, at) + 1;
                continue;
            }

            var start = at + colon + 1;
            if (start < rows.Length && rows[start] == 'T' && rows.AsSpan(start, Math.Min(12, rows.Length - start)).IndexOf(',') is var comma and > 1 &&
                int.TryParse(rows.AsSpan(start + 1, comma - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bytes))
            {
                var end = End(rows, start + comma + 1, bytes);
                root.Add(new StateNode(rows.Substring(at, colon), root) { Text = rows[(start + comma + 1)..end] });
                at = end;
                continue;
            }

            var line = Line(rows, start);
            foreach (var value in StateScanner.Read(rows[start..line], deadline).Children)
            {
                root.Add(value);
            }

            at = line + 1;
        }

        return root;
    }

    private static int Line(string rows, int from) => rows.IndexOf('\n', from) is var end and >= 0 ? end : rows.Length;

    /// <summary>Where a text of so many bytes in UTF-8 ends.</summary>
    private static int End(string rows, int from, int bytes)
    {
        var at = from;
        for (var left = bytes; at < rows.Length && left > 0; at++)
        {
            // Each half of a surrogate pair stands for two of its four bytes.
            left -= rows[at] < 0x80 ? 1 : rows[at] < 0x800 || char.IsSurrogate(rows[at]) ? 2 : 3;
        }

        return at;
    }
}
