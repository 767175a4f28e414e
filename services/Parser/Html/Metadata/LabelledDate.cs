using Ingest.Parser.Dates;
using Ingest.Parser.Html.Body;

namespace Ingest.Parser.Html.Metadata;

/// <summary>A date behind a word that says what it is the date of: <c>Erschienen am: 01.11.2023</c>, <c>last edited 2019-11-10</c>.</summary>
internal static class LabelledDate
{
    private const int MostBlocks = 5_000;
    private const int LongestLine = 160;

    /// <summary>Lines about an article may be one block with breaks in it.</summary>
    private const int LongestBlock = 600;
    private const int LongestLabel = 30;

    /// <summary>What may stand between the word and its date.</summary>
    private const int MostBetween = 14;

    private static readonly string[] OfPublication =
    [
        "published", "publication date", "date published", "posted on", "release date", "veröffentlicht", "veröffentlichung:", "erschienen", "erscheinungsdatum", "publiziert", "erstellt am", "gepostet am", "eingestellt am", "datum:", "vom:",
        "publié le", "mis en ligne le", "paru le", "date de publication", "publicado", "fecha:", "fecha de publicación", "publicação", "pubblicato", "data di pubblicazione", "data:", "gepubliceerd", "geplaatst op", "publicerad", "publicerat", "publisert", "udgivet",
        "offentliggjort", "julkaistu", "opublikowano", "data publikacji", "publikováno", "vydáno", "megjelent", "publicat", "yayınlanma", "yayın tarihi", "δημοσίευση", "δημοσιεύθηκε", "опубликовано", "дата публикации", "опубліковано", "публикувана",
        "公開日", "掲載日", "发布时间", "發布時間", "发表于", "입력", "등록", "نشر في", "تاريخ النشر", "diterbitkan", "ngày đăng",
    ];

    private static readonly string[] OfChange =
    [
        "last edited", "last modified", "last updated", "last changed", "page was last", "updated on", "updated:", "letzte änderung", "zuletzt geändert", "zuletzt bearbeitet", "zuletzt aktualisiert", "zuletzt am", "letzte aktualisierung", "aktualisiert am", "stand:", "stand vom",
        "dernière modification", "dernière mise à jour", "mis à jour le", "última modificación", "última actualización", "actualizado", "última atualização", "atualizado", "ultima modifica", "ultimo aggiornamento", "aggiornato", "laatst gewijzigd", "laatst bijgewerkt",
        "senast ändrad", "senast uppdaterad", "sist endret", "sidst opdateret", "muokattu viimeksi", "ostatnia aktualizacja", "ostatnia modyfikacja", "naposledy", "utolsó módosítás", "последнее изменение", "обновлено", "更新日", "最終更新", "最后更新",
    ];

    /// <summary>The day of publication.</summary>
    /// <param name="blocks">The page.</param>
    /// <param name="margins">Also in the margins.</param>
    public static FoundDate? Published(IReadOnlyList<TextBlock> blocks, bool margins = false) => Find(blocks, OfPublication, margins);

    /// <summary>The day of the last change.</summary>
    public static FoundDate? Changed(IReadOnlyList<TextBlock> blocks) => Find(blocks, OfChange, margins: true);

    private static FoundDate? Find(IReadOnlyList<TextBlock> blocks, string[] labels, bool margins)
    {
        for (var i = 0; i < blocks.Count && i < MostBlocks; i++)
        {
            var text = blocks[i].Text;
            // The label and its date may be blocks of their own.
            text = text.Length <= LongestLabel && (text[^1] == ':' || Array.Exists(labels, label => label.Equals(text, StringComparison.OrdinalIgnoreCase))) && i + 1 < blocks.Count && blocks[i + 1].Text.Length < LongestLabel ? $"{text} {blocks[i + 1].Text}" : text;
            if (text.Length > LongestBlock || !text.AsSpan().ContainsAnyInRange('0', '9') || (!margins && PageDate.InComments(blocks[i].Node)))
            {
                continue;
            }

            foreach (var line in text.AsSpan().EnumerateLines())
            {
                // A sentence that says when something was published speaks of something else.
                if (line.Length <= LongestLine && (!blocks[i].IsProse || !Prose.EndsSentence(line)) && In(line, labels) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    private static FoundDate? In(ReadOnlySpan<char> line, string[] labels)
    {
        if (!line.ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        foreach (var label in labels)
        {
            var at = line.IndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && Behind(line[(at + label.Length)..]) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static FoundDate? Behind(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length && i <= MostBetween; i++)
        {
            if (char.IsLetterOrDigit(rest[i]) && (i == 0 || !char.IsLetterOrDigit(rest[i - 1])) && DateReader.Read(rest[i..]) is { IsDay: true, Year: > 1990 and < 2100 } date)
            {
                return date;
            }
        }

        return null;
    }
}
