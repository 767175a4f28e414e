using Ingest.Parser.Dates;

namespace Ingest.Parser.PlainText;

/// <summary>What stands above an article's body, each with the rule that found it.</summary>
internal sealed class Header
{
    public string? Title { get; set; }

    public string TitleRule { get; set; } = "";

    public FoundDate? Date { get; set; }

    public string DateRule { get; set; } = "";

    public FoundDate? Updated { get; set; }

    /// <summary>A value labelled as a date in which none could be read.</summary>
    public string? UnreadableDate { get; set; }

    public Byline? Byline { get; set; }

    public string? Source { get; set; }

    public string? Url { get; set; }

    public string? Section { get; set; }

    public string? Language { get; set; }

    public string? Dateline { get; set; }

    public List<string> Agencies { get; } = [];

    /// <summary>First line that is no longer header.</summary>
    public int End { get; set; }

    /// <summary>Where the body begins within that line, for <c>Body: First words</c>; otherwise -1.</summary>
    public int BodyStart { get; set; } = -1;

    /// <summary>Anything but a guessed title was found: what tells an article's opening from a paragraph.</summary>
    public bool IsOpening => Date is not null || UnreadableDate is not null || Byline is not null || TitleRule == "header:title" || Source is not null || Url is not null;
}
