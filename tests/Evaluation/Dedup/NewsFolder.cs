using Ingest.Contracts;
using Ingest.Parser;

namespace Ingest.Evaluation.Dedup;

/// <summary>The articles of a folder of files, as the parser reads them.</summary>
internal static class NewsFolder
{
    public static List<Article> Read(string folder)
    {
        var parser = new FileParser(new ParserOptions(), TimeProvider.System);
        var articles = new List<Article>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(folder, path);
            var content = new FileContent(Identifiers.File("news", relative), 1, "news", relative, File.ReadAllBytes(path));
            if (parser.Parse(content, CancellationToken.None) is ParseOutcome.Parsed parsed)
            {
                articles.AddRange(parsed.Articles);
            }
        }

        return articles;
    }
}
