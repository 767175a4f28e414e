using Ingest.Indexer.Text;

namespace Ingest.Indexer.QueryLanguage;

/// <summary>Words, phrases, dates, and what stands near each other.</summary>
internal sealed partial class QueryParser
{
    private const string NearNeedsWords = "NEAR needs a word or a phrase on both sides";

    private const int MostNear = 8;
    private const int ShortestPrefix = 2;

    private string? _short;

    private QueryNode? ReadNear(string? field)
    {
        if (Current.Kind == QueryTokenKind.Near)
        {
            _problem ??= NearNeedsWords;
            return null;
        }

        var negated = Current.Kind == QueryTokenKind.Not;
        var node = ReadOne(field);
        if (Current.Kind != QueryTokenKind.Near || _problem is not null)
        {
            return node;
        }

        var parts = new List<QueryNode?> { negated ? (node as QueryNode.Not)?.Part : node };
        var between = 0;
        while (Current.Kind == QueryTokenKind.Near && _problem is null)
        {
            between = Math.Max(between, Current.Between);
            _next++;
            var isWord = Current.Kind is QueryTokenKind.Word or QueryTokenKind.Prefix or QueryTokenKind.Phrase;
            parts.Add(isWord ? ReadOne(field) : null);
        }

        if (parts.Count > MostNear)
        {
            _problem ??= $"NEAR takes at most {MostNear} words";
            return null;
        }

        var fields = parts.Select(FieldOf).Distinct().ToList();
        if (parts.Any(part => part is not (QueryNode.Word or QueryNode.Phrase)) || fields is not [null or QueryFields.Title or QueryFields.Body])
        {
            _problem ??= fields.Count > 1 ? "NEAR needs the same field on both sides" : NearNeedsWords;
            return null;
        }

        var near = new QueryNode.Near(fields[0], [.. parts.OfType<QueryNode>()], between);
        return negated ? new QueryNode.Not(near) : near;
    }

    private static string? FieldOf(QueryNode? part) => part switch
    {
        QueryNode.Word word => word.Field,
        QueryNode.Phrase phrase => phrase.Field,
        _ => null,
    };

    private QueryNode? Leaf(QueryToken token, string? field)
    {
        if (field == QueryFields.Date)
        {
            if (DayRange.Parse(token.Text, _today) is { } days && token.Kind != QueryTokenKind.Prefix)
            {
                return new QueryNode.Dated(days);
            }

            _problem ??= $"“{token.Text}” is not a date like 2025-02-13, 2025-02, 2025-02..2025-03, today or 7d";
            return null;
        }

        var before = _words;
        var words = WordList.Of(token.Text);
        _words += words.Count;
        if (words.Count == 0 || before >= MostWords)
        {
            return null;
        }

        var text = words.Count > MostWords - before ? string.Join(' ', words.Take(MostWords - before)) : token.Text;
        if (token.Kind != QueryTokenKind.Phrase)
        {
            if (token.Kind == QueryTokenKind.Prefix && words[^1].Length < ShortestPrefix && !WordCharacters.IsUnspaced(words[^1][0]))
            {
                // A quarter of all words begin with s: slow, and no help.
                _short ??= token.Text;
                return new QueryNode.Word(field, text, IsPrefix: false, token.At);
            }

            return new QueryNode.Word(field, text, token.Kind == QueryTokenKind.Prefix, token.At);
        }

        return token.Between < 0 || words.Count is < 2 or > MostNear || field is not (null or QueryFields.Title or QueryFields.Body)
            ? new QueryNode.Phrase(field, text)
            : new QueryNode.Near(field, [.. WordList.Of(text).Select(word => new QueryNode.Phrase(field, word))], token.Between);
    }
}
