using Ingest.Parser.Html.Metadata;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Html.Body;

/// <summary>Lines about the article that stand around its text.</summary>
internal static class VisibleLine
{
    private const int Longest = 110;

    private static readonly string[] Words =
    [
        "min read", "minute read", "minutes read", "min. read", "mins read", "reading time", "read time", "lesezeit", "min lesen", "lesedauer", "minuten lesezeit", "temps de lecture", "tiempo de lectura", "min de lectura", "tempo di lettura", "tempo de leitura", "мин чтения", "на чтение",
        "last updated", "last modified", "updated on", "published on", "published:", "updated:", "posted on", "posted by", "posted in", "zuletzt aktualisiert", "aktualisiert am", "veröffentlicht am", "publié le", "mis à jour", "publicado el", "actualizado", "pubblicato", "views", "comments",
        "reviewed by", "fact checked", "fact-checked", "photo by", "photo:", "photograph:", "image:", "image credit", "photo credit", "foto:", "bild:", "quelle:", "crédit", "getty images", "shutterstock",
    ];

    /// <summary>A date, a byline, a reading time, a credit.</summary>
    public static bool IsAbout(string text)
    {
        if (text.Length > Longest || Prose.EndsSentence(text) && text.Length > 60)
        {
            return false;
        }

        foreach (var word in Words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return (text.Length < 70 && VisibleDate.In(text) is not null) || Byline.Read(text) is not null;
    }
}
