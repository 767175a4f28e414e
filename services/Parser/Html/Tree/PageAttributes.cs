namespace Ingest.Parser.Html.Tree;

/// <summary>The attributes of an element that say what it is about, as written.</summary>
internal sealed record PageAttributes(string Class, string Id, string ItemProp, string Rel, string Href, string DateTime, string Content, string Title);
