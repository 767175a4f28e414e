using System.Text;

namespace Ingest.Indexer.Text;

/// <summary>
/// What the index knows of an inflected word: its language, its stem and itself, as one term. Terms of a stem lie beside each other, so all of
/// its words are found by their beginning.
/// </summary>
internal static class Inflection
{
    /// <summary>The term; neither words nor stems have spaces.</summary>
    public static byte[] Term(string language, string stem, string word) => Encoding.UTF8.GetBytes($"{language} {stem} {word}");

    /// <summary>With what the terms of a stem begin.</summary>
    public static byte[] Beginning(string language, string stem) => Encoding.UTF8.GetBytes($"{language} {stem} ");
}
