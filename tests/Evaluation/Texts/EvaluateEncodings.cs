using System.CommandLine;
using System.Text;
using Ingest.Parser.Text;

namespace Ingest.Evaluation.Texts;

/// <summary>
/// <c>encodings FOLDER</c>: how many files are decoded right, where the name of a file's folder is its charset. The decoded text is held
/// against what .NET's decoder of that charset makes of the file; charsets that .NET has not are counted beside.
/// </summary>
internal static class EvaluateEncodings
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds a folder for each charset, at any depth." };
        folder.AcceptExistingOnly();
        var command = new Command("encodings", "Scores the decoding of texts whose folder names their charset.") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName));
        return command;
    }

    private static int Run(string folder)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        int right = 0, files = 0, unknown = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(path)!);
            if (Path.GetExtension(path) == ".md" || name == "license")
            {
                continue;
            }

            var bytes = File.ReadAllBytes(path);
            var decoded = TextDecoder.Decode(bytes);
            if (Truth(name) is not { } truth)
            {
                unknown++;
                Console.WriteLine($"  no decoder of {name} in .NET: {Path.GetFileName(path)} read as {decoded?.Encoding ?? "binary"}");
                continue;
            }

            files++;
            var same = decoded is not null && Comparable(decoded.Text) == Comparable(truth.GetString(bytes));
            right += same ? 1 : 0;
            if (!same)
            {
                Console.WriteLine($"  miss: {name}/{Path.GetFileName(path)} read as {decoded?.Encoding ?? "binary"}{(decoded?.Doubt is null ? "" : " (doubtful)")}");
            }
        }

        Console.WriteLine(FormattableString.Invariant($"encodings: {right} of {files} files decoded right, {(files == 0 ? 0 : (double)right / files):0.000}; {unknown} files in charsets without a decoder"));
        return 0;
    }

    private static Encoding? Truth(string name)
    {
        try
        {
            return Encoding.GetEncoding(name.ToLowerInvariant().Split(' ')[0] switch
            {
                "cp949" or "euc-kr" => "ks_c_5601-1987",
                "iso-8859-1" => "windows-1252",
                "iso-8859-11" or "tis-620" => "windows-874",
                "shift-jis" => "shift_jis",
                "utf-16le" => "utf-16",
                "utf-32le" => "utf-32",
                "utf-32be" => "utf-32BE",
                var other => other,
            });
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Byte order marks and control characters are no text in either.</summary>
    private static string Comparable(string text) => ControlCharacters.Remove(text).Replace("\u001A", "", StringComparison.Ordinal);
}
