using System.Text;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Queries;

/// <summary>A text with the passages marked that another has too: every word that stands in a shared triple.</summary>
internal static class MarkedText
{
    private const int Width = 3;

    /// <summary>Marks them.</summary>
    /// <param name="body">The text.</param>
    /// <param name="other">The other's distinct shingles, sorted.</param>
    /// <param name="mostWords">Words of a text that are compared.</param>
    public static string Of(string body, uint[] other, int mostWords)
    {
        var text = Tokenizer.Compose(body);
        var words = Tokenizer.Read(text, mostWords, withOffsets: true);
        var shared = SharedWords(words.Tokens, other);
        var marked = new StringBuilder(text.Length + 64);
        var at = 0;
        for (var word = 0; word < shared.Length; word++)
        {
            var (start, end) = words.Offsets[word];
            // Grams of scripts without spaces overlap: what was written is not written again.
            if (shared[word] && (word == 0 || !shared[word - 1]))
            {
                start = Math.Max(start, at);
                marked.Append(text, at, start - at).Append('⟦');
                at = start;
            }

            if (shared[word] && (word + 1 == shared.Length || !shared[word + 1]))
            {
                end = Math.Max(end, at);
                marked.Append(text, at, end - at).Append('⟧');
                at = end;
            }
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }

    private static bool[] SharedWords(uint[] tokens, uint[] other)
    {
        var shared = new bool[tokens.Length];
        var shingles = new uint[Shingles.Count(tokens.Length)];
        Shingles.Write(tokens, shingles);
        for (var i = 0; i < shingles.Length; i++)
        {
            if (Array.BinarySearch(other, shingles[i]) >= 0)
            {
                shared.AsSpan(i, Math.Min(Width, tokens.Length - i)).Fill(true);
            }
        }

        return shared;
    }
}
