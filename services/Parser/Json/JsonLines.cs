using System.Text.Json;
using Ingest.Contracts;
using Ingest.Parser.Agency;
using Ingest.Parser.Articles;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Mapping;
using Ingest.Parser.Text;

namespace Ingest.Parser.Json;

/// <summary>
/// Reads many documents in one file: a line each, one behind the other, or the members of a list that breaks off. What is broken
/// is counted and left out.
/// </summary>
internal static class JsonLines
{
    private const int Looked = 20;

    /// <summary>Whether most of the first lines are an object each.</summary>
    /// <param name="text">Whole lines.</param>
    /// <param name="goesOn">Whether another object begins behind them, too long for its end to be seen.</param>
    public static bool Opens(ReadOnlySpan<char> text, bool goesOn = false)
    {
        int lines = goesOn ? 1 : 0, objects = 0;
        foreach (var each in text.EnumerateLines())
        {
            var line = Trimmed(each);
            if (line.IsEmpty)
            {
                continue;
            }

            lines++;
            // "{…}]}" is the end of a document, and no line of its own.
            objects += line is ['{', .., '}'] && JsonSlices.Length(line) == line.Length ? 1 : 0;
            if (lines == Looked)
            {
                break;
            }
        }

        return lines >= 2 && objects >= 1 && objects * 2 >= lines;
    }

    /// <summary>Whether the first line is an object. Else it may open one that goes on over the lines, with a record on each.</summary>
    public static bool BeginsWhole(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart();
        var end = start.IndexOfAny('\n', '\r');
        var line = Trimmed(end < 0 ? start : start[..end]);
        return line is ['{', .., '}'] && JsonSlices.Length(line) == line.Length;
    }

    public static ParseOutcome Read(FileContent content, string text, RecordMapping? mapping, ArticleList articles, Deadline deadline)
    {
        // A piece of a large file is of its kind, even with one line in it.
        var ofList = content.Opening.Span is [(byte)'[', ..];
        var lines = content.Opening.IsEmpty ? Opens(text) : !ofList;
        var format = ofList ? "json" : lines ? "json-lines" : "json-concatenated";
        var pieces = new Pieces(text, lines);
        var sample = pieces.Sample();
        try
        {
            using var opening = content.Opening.IsEmpty ? null : new Pieces(TextDecoder.Decode(content.Opening.Span)?.Text ?? "", lines);
            var known = opening?.Sample() ?? sample;
            if (known is [var first, ..] && Ninjs.Is(first.RootElement))
            {
                return Wire(pieces, sample, articles, deadline);
            }

            var shape = JsonShape.Of([.. known.Select(document => document.RootElement)], mapping);
            if (shape.Fault is { } unfit)
            {
                return MappingFile.Invalid(unfit);
            }

            var reader = new JsonArticles(articles, shape, mapping, format);
            foreach (var document in sample)
            {
                reader.Add(document.RootElement);
            }

            for (var count = 0; pieces.Next() is { } document; count++)
            {
                using (document)
                {
                    reader.Add(document.RootElement);
                }

                if (count % 64 == 0)
                {
                    deadline.Check();
                }
            }

            return Finish(pieces, articles, shape);
        }
        finally
        {
            pieces.Dispose();
        }
    }

    private static ParseOutcome Finish(Pieces pieces, ArticleList articles, JsonShape shape)
    {
        if (pieces.Doubt is { } doubt)
        {
            articles.Doubt(doubt);
        }

        return pieces.Count == 0
            ? new ParseOutcome.Rejected(RejectionReasons.Damaged, $"The file begins like JSON data, but no object in it is whole. {(pieces.Doubt is { } why ? char.ToUpperInvariant(why[0]) + why[1..] + ". " : "")}Send it again.")
            : articles.Finish(JsonFormats.NoKeys("data", shape.Names).Detail);
    }

    private static ParseOutcome Wire(Pieces pieces, List<JsonDocument> sample, ArticleList articles, Deadline deadline)
    {
        var agency = new AgencyItems(articles);
        foreach (var document in sample)
        {
            Ninjs.Read(document.RootElement, agency, deadline);
        }

        while (pieces.Next() is { } document)
        {
            using (document)
            {
                if (Ninjs.Is(document.RootElement))
                {
                    Ninjs.Read(document.RootElement, agency, deadline);
                }
            }
        }

        if (pieces.Doubt is { } doubt)
        {
            articles.Doubt(doubt);
        }

        return agency.Finish("ninjs");
    }

    /// <summary>A line without what lists put around it.</summary>
    internal static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> line) => line.Trim().TrimEnd(',');

    /// <summary>The documents of a file, the broken ones counted.</summary>
    private sealed class Pieces : IDisposable
    {
        private readonly IEnumerator<ReadOnlyMemory<char>> _pieces;
        private readonly List<JsonDocument> _sample = [];
        private readonly string _unit;
        private int _broken;
        private bool _cutOff;

        public Pieces(string text, bool lines)
        {
            _unit = lines ? "lines" : "objects";
            _pieces = (lines ? Lines(text) : Slices(text)).GetEnumerator();
        }

        /// <summary>Objects that were whole.</summary>
        public int Count { get; private set; }

        public string? Doubt => (_broken, _cutOff) switch
        {
            (0, false) => null,
            (0, true) => "the JSON data is cut off",
            _ => FormattableString.Invariant($"{_broken} {_unit} are broken JSON and were left out") + (_cutOff ? ", and the data is cut off" : ""),
        };

        /// <summary>The first objects; they live as long as this.</summary>
        public List<JsonDocument> Sample()
        {
            var characters = 0;
            while (_sample.Count < RecordSample.MostRecords && characters <= RecordSample.MostCharacters && Next() is { } document)
            {
                _sample.Add(document);
                characters += _pieces.Current.Length;
            }

            return _sample;
        }

        public JsonDocument? Next()
        {
            while (_pieces.MoveNext())
            {
                var document = JsonRepair.Parse(_pieces.Current);
                if (document?.RootElement.ValueKind == JsonValueKind.Object)
                {
                    Count++;
                    return document;
                }

                document?.Dispose();
                _broken++;
            }

            return null;
        }

        public void Dispose()
        {
            _sample.ForEach(document => document.Dispose());
            _pieces.Dispose();
        }

        private static IEnumerable<ReadOnlyMemory<char>> Lines(string text)
        {
            for (var at = 0; at < text.Length;)
            {
                var end = text.AsSpan(at).IndexOfAny('\n', '\r');
                var line = text.AsMemory(at, end < 0 ? text.Length - at : end);
                at += line.Length + 1;
                var trimmed = line.Trim().TrimEnd(',');
                // A list of an object a line, which as a whole is broken or cut off.
                trimmed = trimmed.Span is ['[', '{', .., '}'] ? trimmed[1..] : trimmed.Span is ['{', .., '}', ']'] ? trimmed[..^1] : trimmed;
                if (trimmed.Length > 0 && trimmed.Span is not ("[" or "]"))
                {
                    yield return trimmed;
                }
            }
        }

        private IEnumerable<ReadOnlyMemory<char>> Slices(string text)
        {
            var whole = 0;
            foreach (var (slice, isWhole) in JsonSlices.Of(text, 0))
            {
                whole += isWhole ? 1 : 0;
                _cutOff |= !isWhole;
                if (isWhole)
                {
                    yield return slice;
                }
            }

            if (whole == 0 && JsonSlices.ListInside(text) is var inside and >= 0)
            {
                foreach (var (slice, _) in JsonSlices.Of(text, inside).Where(slice => slice.Whole))
                {
                    yield return slice;
                }
            }
        }
    }
}
