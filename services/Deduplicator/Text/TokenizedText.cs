namespace Ingest.Deduplicator.Text;

/// <summary>A text as words.</summary>
internal sealed class TokenizedText
{
    /// <summary>Hashes of the words in order, at most as many as are compared.</summary>
    public required uint[] Tokens { get; init; }

    /// <summary>How many words the text has in all.</summary>
    public required int Words { get; init; }

    /// <summary>Identity of the whole sequence of words, 128 bits.</summary>
    public required (ulong High, ulong Low) Identity { get; init; }

    /// <summary>Hashes of the distinct words that begin with a digit, sorted.</summary>
    public required uint[] Numbers { get; init; }

    /// <summary>The sample of its character grams, see <see cref="GramReader"/>; empty unless asked for.</summary>
    public required uint[] Grams { get; init; }

    /// <summary>See <see cref="Sketching.PhraseSample"/>; empty unless grams are asked for.</summary>
    public required uint[] Phrases { get; init; }

    /// <summary>Whether it looks as if a scanner had misread it, see <see cref="OddWords"/>.</summary>
    public required bool LooksMisread { get; init; }

    /// <summary>Quotations as pairs: first word, word after the last.</summary>
    public required int[] Quotations { get; init; }

    /// <summary>For each word its first character and the one after its last; empty unless asked for.</summary>
    public required (int Start, int End)[] Offsets { get; init; }
}
