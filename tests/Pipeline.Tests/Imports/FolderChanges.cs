namespace Ingest.Pipeline.Tests.Imports;

/// <summary>Touches, edits, renames and deletes files of a folder, each another part of it.</summary>
internal static class FolderChanges
{
    public static void Make(string folder, int each)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        // Evenly from the whole folder, so that copies, briefs and rejected files are among them.
        var chosen = Enumerable.Range(0, each * 4).Select(i => files[i * files.Count / (each * 4)]).ToList();
        for (var i = 0; i < chosen.Count; i++)
        {
            Change(chosen[i], i % 4);
        }
    }

    private static void Change(string path, int how)
    {
        switch (how)
        {
            case 0:
                File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddDays(-30));
                break;
            case 1:
                File.AppendAllText(path, "\n\nA later paragraph says that the matter was referred to a committee in Samarkand.\n");
                break;
            case 2:
                File.Move(path, path + ".renamed.txt");
                break;
            default:
                File.Delete(path);
                break;
        }
    }
}
