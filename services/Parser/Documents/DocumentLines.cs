using System.Text;

namespace Ingest.Parser.Documents;

/// <summary>
/// Writes a document's paragraphs as plain text: a blank line between paragraphs, a row of short cells on one line with tabs, as
/// the rules for plain text expect them.
/// </summary>
internal static class DocumentLines
{
    /// <summary>A longer cell is a text of its own: tables also serve to lay out pages.</summary>
    private const int LongestCell = 120;

    public static string Of(IReadOnlyList<DocumentParagraph> paragraphs)
    {
        var text = new StringBuilder(paragraphs.Sum(paragraph => paragraph.Text.Length + 2));
        for (var i = 0; i < paragraphs.Count;)
        {
            var row = RowLength(paragraphs, i);
            if (row <= 1)
            {
                Separate(text, "\n\n").Append(paragraphs[i].Text);
                i++;
                continue;
            }

            // Rows of one table stand under each other.
            Separate(text, i > 0 && paragraphs[i - 1].EndsRow ? "\n" : "\n\n");
            for (var cell = i; cell < i + row; cell++)
            {
                text.Append(cell > i ? "\t" : "").Append(paragraphs[cell].Text.Replace('\n', ' '));
            }

            i += row;
        }

        return text.ToString();
    }

    /// <summary>Paragraphs of the row that begins at <paramref name="start"/>; 0 when there is none or its cells are texts.</summary>
    private static int RowLength(IReadOnlyList<DocumentParagraph> paragraphs, int start)
    {
        for (var i = start; i < paragraphs.Count && paragraphs[i].Kind == ParagraphKind.TableCell && paragraphs[i].Text.Length <= LongestCell && i - start < 64; i++)
        {
            if (paragraphs[i].EndsRow)
            {
                return i - start + 1;
            }
        }

        return 0;
    }

    private static StringBuilder Separate(StringBuilder text, string separator) => text.Length > 0 ? text.Append(separator) : text;
}
