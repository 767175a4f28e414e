using Ingest.Parser.Tables.Columns;

namespace Ingest.Parser.Tables.Mapping;

/// <summary>What somebody wrote down about a table: which column is what, and what no column says.</summary>
internal sealed record RecordMapping(string Origin)
{
    /// <summary>The names of the columns for each part, in the order they are tried.</summary>
    public IReadOnlyList<(ColumnRole Role, IReadOnlyList<string> Columns)> Columns { get; init; } = [];

    /// <summary>Fields that are the same in each record, by their name in <see cref="Contracts.Article"/>.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    public char? Delimiter { get; init; }

    /// <summary>A charset by its name.</summary>
    public string? Encoding { get; init; }

    /// <summary>How the dates are written, in .NET's letters.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Whether the first row holds the names; null to have it told.</summary>
    public bool? Header { get; init; }

    /// <summary>The choices among the columns there are, or the sentence that says which is not there.</summary>
    public (IReadOnlyList<ColumnChoice> Choices, string? Fault) Resolve(IReadOnlyList<string> names, bool strict)
    {
        var choices = new List<ColumnChoice>();
        foreach (var (role, columns) in Columns)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                var at = Find(names, columns[i]);
                if (at < 0 && strict)
                {
                    return ([], $"{Origin.Split(' ')[0]} names the column \"{columns[i]}\", which the file does not have; it has {ColumnMap.Names(names)}.");
                }

                if (at >= 0)
                {
                    choices.Add(new ColumnChoice(role, at, $"mapping:{columns[i]}", 1_000 - i));
                }
            }
        }

        return (choices, null);
    }

    /// <summary>By the exact name, then case and punctuation aside, then by its position from 1.</summary>
    private static int Find(IReadOnlyList<string> names, string wanted)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == wanted)
            {
                return i;
            }
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (ColumnName.Normalised(names[i]) == ColumnName.Normalised(wanted))
            {
                return i;
            }
        }

        return int.TryParse(wanted, System.Globalization.CultureInfo.InvariantCulture, out var position) && position >= 1 && position <= names.Count ? position - 1 : -1;
    }
}
