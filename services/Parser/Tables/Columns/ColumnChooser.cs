using Ingest.Parser.Language;

namespace Ingest.Parser.Tables.Columns;

/// <summary>
/// Chooses the columns by their names, each checked against what it holds, and then, for what no name told, by content alone:
/// the longest text is the body.
/// </summary>
internal static class ColumnChooser
{
    /// <summary>Share of values that must be what the name says; exports have gaps and broken cells.</summary>
    private const double Most = 0.5;

    private const double WordsOfText = 30, WordsWithoutNames = 12;

    /// <param name="columns">What the columns hold.</param>
    /// <param name="records">The same records, for what can only be asked of the values.</param>
    /// <param name="stated">Columns that somebody named; they are not checked.</param>
    public static ColumnMap Choose(IReadOnlyList<ColumnEvidence> columns, IReadOnlyList<IRecord> records, IReadOnlyList<ColumnChoice> stated)
    {
        var choices = new List<ColumnChoice>(stated);
        var taken = stated.Select(choice => choice.Role).ToHashSet();
        for (var i = 0; i < columns.Count; i++)
        {
            if (ColumnNames.Find(columns[i].Name) is var (role, score) && Checked(role, columns[i], i, records) is { } checkedRole && !taken.Contains(checkedRole))
            {
                choices.Add(new ColumnChoice(checkedRole, i, "column:" + columns[i].Name, score));
            }
        }

        Settle(choices, columns);
        ByContent(choices, columns);
        return new ColumnMap(choices, columns);
    }

    /// <summary>The role when the content bears it out, another role when it says so clearly, or null.</summary>
    private static ColumnRole? Checked(ColumnRole role, ColumnEvidence column, int at, IReadOnlyList<IRecord> records)
    {
        if (!column.IsFilled)
        {
            // Perhaps filled further down.
            return role;
        }

        return role switch
        {
            ColumnRole.Title => column.Addresses < Most && column.Numbers < Most && column.Words <= 60 ? role : null,
            ColumnRole.Body or ColumnRole.Summary => column.Words >= 3 && column.Addresses < Most && column.Dates < Most ? role : null,
            ColumnRole.PublishedAt or ColumnRole.UpdatedAt => column.Dates >= Most ? role : null,
            ColumnRole.Url => column.Addresses >= Most ? role : null,
            ColumnRole.Source => column.Addresses >= Most ? ColumnRole.Url : column.Numbers < Most && column.Words <= 12 ? role : null,
            ColumnRole.Authors or ColumnRole.Agencies => column.Numbers < Most && column.Addresses < Most && column.Words <= 40 ? role : null,
            ColumnRole.Section => column.Numbers < Most && column.Addresses < Most && column.Characters <= 400 ? role : null,
            ColumnRole.Dateline => column.Numbers < Most && column.Words <= 12 ? role : null,
            ColumnRole.Language => records.Count(record => record.Values(at) is [var value, ..] && LanguageCode.Of(value) is not null) >= column.Filled * Most ? role : null,
            ColumnRole.Key => column.AllFilled && column.Distinct >= 1 && column.Characters <= 300 ? role : null,
            _ => role,
        };
    }

    /// <summary>What only shows when the columns are seen beside each other.</summary>
    private static void Settle(List<ColumnChoice> choices, IReadOnlyList<ColumnEvidence> columns)
    {
        // "Rubrik" is the headline in Swedish and the section in German.
        var titles = choices.Where(choice => choice.Role == ColumnRole.Title).ToList();
        foreach (var title in titles.Where(title => title.Score < 100 && columns[title.Column] is { IsFilled: true, Words: < 2.5 }))
        {
            if (titles.Exists(other => other != title && columns[other.Column].Words > columns[title.Column].Words))
            {
                choices[choices.IndexOf(title)] = title with { Role = ColumnRole.Section, Score = Math.Min(title.Score, ColumnNames.Telling) };
            }
        }

        // A "text" that is a label has a real text beside it.
        var longest = choices.Where(choice => choice.Role == ColumnRole.Body).Select(choice => columns[choice.Column].Characters).DefaultIfEmpty(0).Max();
        for (var i = 0; i < choices.Count; i++)
        {
            var characters = columns[choices[i].Column].Characters;
            if (choices[i] is { Role: ColumnRole.Body, Score: <= 100 } body && characters > 0 && characters * 4 < longest)
            {
                choices[i] = body with { Score = body.Score - 40 };
            }
        }
    }

    private static void ByContent(List<ColumnChoice> choices, IReadOnlyList<ColumnEvidence> columns)
    {
        var free = Enumerable.Range(0, columns.Count).Where(i => columns[i].IsFilled && !choices.Exists(choice => choice.Column == i)).ToList();
        if (!choices.Exists(choice => choice.Role == ColumnRole.Body && columns[choice.Column].IsFilled))
        {
            // What is called "description" may hold the whole text; as a summary it would come with a warning.
            // Where no name told anything, short texts beside shorter ones may be all there is.
            var least = choices.Count == 0 ? WordsWithoutNames : WordsOfText;
            Take(ColumnRole.Body, free.Where(i => columns[i] is { Addresses: < 0.1, Numbers: < 0.1, Structures: < 0.5 } && columns[i].Words >= least).OrderByDescending(i => columns[i].Characters), "the longest texts");
        }

        if (!choices.Exists(choice => choice.Role == ColumnRole.Body))
        {
            return;
        }

        Missing(ColumnRole.PublishedAt, free.Where(i => columns[i].Days >= 0.9), "dates");
        Missing(ColumnRole.Title, free.Where(i => columns[i] is { Words: >= 3 and <= 25, Distinct: >= 0.9, Characters: <= 200, Lines: < 0.1, Addresses: < 0.1, Numbers: < 0.1, Days: < 0.1, Structures: < 0.1 }), "short, ever different texts");
        Missing(ColumnRole.Url, free.Where(i => columns[i] is { Addresses: >= 0.9, Distinct: >= 1 }), "addresses");

        void Missing(ColumnRole role, IEnumerable<int> fitting, string holds)
        {
            if (!choices.Exists(choice => choice.Role == role))
            {
                Take(role, fitting, holds);
            }
        }

        void Take(ColumnRole role, IEnumerable<int> fitting, string holds)
        {
            if (fitting.Select(i => (int?)i).FirstOrDefault() is { } found)
            {
                choices.Add(new ColumnChoice(role, found, "column:" + columns[found].Name, 30, $"taken from the column \"{columns[found].Name}\" because it holds {holds}"));
                free.Remove(found);
            }
        }
    }
}
