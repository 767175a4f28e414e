using System.Collections.Frozen;

namespace Ingest.Parser.Documents.Rtf;

/// <summary>The control words that open destinations, or stand for a character.</summary>
internal static class RtfWords
{
    private static readonly FrozenDictionary<string, RtfDestination> Destinations =
        "colortbl pict object header headerl headerr headerf footer footerl footerr footerf fldinst datafield annotation atnid atnauthor atndate atnref atntime atnicn atnparent pntext listtext pntxta pntxtb nonshppict themedata colorschememapping datastore latentstyles listtable listoverridetable revtbl rsidtbl generator mmathPr xmlnstbl filetbl bkmkstart bkmkend xe tc tcn rxe sp nonesttables stylerestrictions aftncn aftnsep aftnsepc ftncn ftnsep ftnsepc userprops private keywords comment doccomm subject operator manager company category hlinkbase wgrffmtfilter template passwordhash falt panose fontemb nesttableprops"
            .Split(' ').ToDictionary(word => word, _ => RtfDestination.Skipped)
            .Concat(new Dictionary<string, RtfDestination>
            {
                ["fonttbl"] = RtfDestination.FontTable,
                ["stylesheet"] = RtfDestination.StyleSheet,
                ["info"] = RtfDestination.Info,
                ["title"] = RtfDestination.Title,
                ["author"] = RtfDestination.Author,
                ["creatim"] = RtfDestination.Created,
                ["footnote"] = RtfDestination.Note,
            })
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, char> Characters = new Dictionary<string, char>
    {
        ["~"] = '\u00A0',
        ["_"] = '-',
        ["-"] = '\0',
        ["tab"] = '\t',
        ["emdash"] = '—',
        ["endash"] = '–',
        ["lquote"] = '‘',
        ["rquote"] = '’',
        ["ldblquote"] = '“',
        ["rdblquote"] = '”',
        ["bullet"] = '•',
        ["emspace"] = ' ',
        ["enspace"] = ' ',
        ["qmspace"] = ' ',
        ["zwj"] = '\u200D',
        ["zwnj"] = '\u200C',
        ["ltrmark"] = '\0',
        ["rtlmark"] = '\0',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The destination that a word opens; null when it opens none.</summary>
    public static RtfDestination? Destination(string word) => Destinations.TryGetValue(word, out var destination) ? destination : null;

    /// <summary>The character that a word stands for; a zero for nothing visible.</summary>
    public static char? Character(string word) => Characters.TryGetValue(word, out var character) ? character : null;

    /// <summary>What is marked as ignorable for old readers and has text for new ones: a shape's text, a picture's alternative.</summary>
    public static bool IsReadWhereIgnorable(string word) => word is "shpinst" or "shptxt" or "shpgrp" or "fldrslt" or "background" or "s" or "soutlvl" or "ftnalt";
}
