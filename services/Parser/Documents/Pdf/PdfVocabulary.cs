using System.Text;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>The words of a document, which tell a hyphen that divides a word from one that is a part of it.</summary>
internal sealed class PdfVocabulary
{
    private const int Most = 500_000;

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the words inside a line; a hyphen at its end says nothing.</summary>
    public void Add(string line)
    {
        var word = new StringBuilder();
        for (var i = 0; i <= line.Length; i++)
        {
            var c = i < line.Length ? line[i] : ' ';
            if (char.IsLetter(c) || (c is '-' or '‐' && word.Length > 0 && i + 1 < line.Length && char.IsLetter(line[i + 1])))
            {
                word.Append(c == '‐' ? '-' : c);
            }
            else
            {
                if (word.Length > 1 && _words.Count < Most && !(c is '-' or '‐' or '\u00AD'))
                {
                    _words.Add(word.ToString());
                }

                word.Clear();
            }
        }
    }

    /// <summary>
    /// Whether the hyphen between two parts was set by the divider. In narrow columns nearly all are; one stays where the document
    /// has the compound with its hyphen elsewhere, or both parts as words and not the whole.
    /// </summary>
    public bool IsDivided(string left, string right) =>
        _words.Contains(left + right) || !(_words.Contains($"{left}-{right}") || (left.Length > 2 && right.Length > 2 && _words.Contains(left) && _words.Contains(right)));
}
