namespace Ingest.Parser.Text;

/// <summary>The characters that Windows-1252 has where Unicode has the C1 controls.</summary>
internal static class Windows1252
{
    private const string Characters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static char Of(char c) => Characters[c - 0x80];
}
