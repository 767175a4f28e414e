namespace Ingest.Parser.Html.Tree;

/// <summary>What the words in an element's class, id and role say about it.</summary>
[Flags]
internal enum HintKinds
{
    None = 0,

    /// <summary>The text of the article.</summary>
    Body = 1,

    /// <summary>Something beside the article: related links, sharing, navigation, advertisements.</summary>
    Beside = 2,

    /// <summary>Readers' comments.</summary>
    Comments = 4,

    /// <summary>Who wrote it.</summary>
    Author = 8,

    /// <summary>When it was published.</summary>
    Date = 16,

    /// <summary>A picture's caption or credit.</summary>
    Caption = 32,

    /// <summary>The headline.</summary>
    Title = 64,

    /// <summary>Lines about the article around its text: date, byline, tags.</summary>
    About = 128,

    /// <summary>Surely beside it, whatever else misleads on the page.</summary>
    Margin = 512,

    /// <summary>Not visible as long as nobody clicks.</summary>
    Hidden = 256,
}
