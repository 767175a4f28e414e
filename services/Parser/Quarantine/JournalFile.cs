using System.Globalization;
using System.Text;

namespace Ingest.Parser.Quarantine;

/// <summary>
/// The form of a journal: one line of fixed length for each slot, with the file and revision that is parsed there at the moment,
/// or blank. A kill between two writes leaves whole lines, as each is one write of a few bytes.
/// </summary>
internal static class JournalFile
{
    public const string Extension = ".journal";
    public const string LockExtension = ".lock";

    /// <summary>Bytes of a line with its line feed: an identifier, a space and a revision fit.</summary>
    public const int LineLength = 64;

    private const int IdLength = LineLength - 21;

    public static byte[] Blank { get; } = Line("");

    /// <summary>The folder of all journals below the data folder.</summary>
    public static string Folder(string data) => Path.Combine(data, "parser-journal");

    public static byte[] Entry(string fileId, long revision) =>
        fileId.Length <= IdLength ? Line(string.Create(CultureInfo.InvariantCulture, $"{fileId} {revision}")) : Blank;

    /// <summary>What was being parsed; lines that are blank or damaged say nothing.</summary>
    public static IEnumerable<(string FileId, long Revision)> Read(string path)
    {
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var fileId, var number] &&
                long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            {
                yield return (fileId, revision);
            }
        }
    }

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes(text.PadRight(LineLength - 1) + "\n");
}
