namespace Ingest.Deduplicator.Tests;

/// <summary>What scanners take for each other.</summary>
internal static class Lookalikes
{
    private static readonly Dictionary<char, string> Of = new()
    {
        ['e'] = "c", ['c'] = "e", ['o'] = "0", ['l'] = "1", ['i'] = "l", ['h'] = "b", ['b'] = "h", ['n'] = "u", ['u'] = "n", ['m'] = "rn", ['s'] = "f", ['t'] = "f", ['a'] = "n", ['d'] = "cl", [' '] = "", ['1'] = "l", ['4'] = "A", ['g'] = "q", ['r'] = "n", ['p'] = "n",
    };

    /// <summary>A character misread; itself where it is like no other.</summary>
    public static string Misread(char letter) => Of.GetValueOrDefault(letter, letter.ToString());
}
