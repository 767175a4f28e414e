using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Ingest.Parser.Html.Metadata;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Body;

/// <summary>
/// The text of pages that only a script would show: it lies in the application's state, a JSON document in the page, as one
/// string of HTML or as a string a paragraph.
/// </summary>
internal static class EmbeddedState
{
    private const int LeastMarkup = 400;
    private const int LeastParagraph = 60;

    /// <summary>Text shorter than this is no article but a description of one.</summary>
    private const int LeastText = 500;

    public static string? Read(IEnumerable<string> states, Deadline deadline)
    {
        string? best = null;
        foreach (var state in states)
        {
            deadline.Check();
            var found = OfState(state, deadline);
            best = found?.Length > (best?.Length ?? LeastText) ? found : best;
        }

        return best;
    }

    private static string? OfState(string state, Deadline deadline)
    {
        string? markup = null;
        var paragraphs = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(state), new JsonReaderOptions { MaxDepth = 256, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var property = "";
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    property = reader.GetString() ?? "";
                }
                else if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length >= LeastParagraph && reader.GetString() is { } text)
                {
                    if (text.Length >= LeastMarkup && text.Contains("<p", StringComparison.OrdinalIgnoreCase))
                    {
                        markup = text.Length > (markup?.Length ?? 0) ? text : markup;
                    }
                    else if (Prose.Is(text) && text.Contains(' ', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal))
                    {
                        (paragraphs.TryGetValue(property, out var list) ? list : paragraphs[property] = []).Add(PlainValue.Of(text));
                    }
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What was read before the error is still the page's text.
        }

        var text1 = markup is null ? null : OfMarkup(markup, deadline);
        var text2 = paragraphs.Count == 0 ? null : string.Join("\n\n", paragraphs.Values.MaxBy(list => list.Sum(text => text.Length))!.Distinct());
        return (text2?.Length ?? 0) > (text1?.Length ?? 0) ? text2 : text1;
    }

    private static string OfMarkup(string markup, Deadline deadline)
    {
        using var document = new HtmlParser().ParseDocument(Nesting.Bound(markup));
        var blocks = BlockReader.Read(PageTree.Of(document.DocumentElement, new PageFacts(), deadline));
        blocks.RemoveAll(block => block.Kind == BlockKind.Caption || Labels.IsNotice(block));
        return BodyReader.Join(blocks);
    }
}
