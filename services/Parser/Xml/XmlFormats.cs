using Ingest.Contracts;
using Ingest.Parser.Agency;
using Ingest.Parser.Articles;
using Ingest.Parser.Feeds;
using Ingest.Parser.Text;

namespace Ingest.Parser.Xml;

/// <summary>Reads an XML document by its root: a feed, an agency's format; others are named.</summary>
internal static class XmlFormats
{
    /// <summary>The outcome; null when it is a page of HTML.</summary>
    public static ParseOutcome? Read(string text, ArticleList articles, Deadline deadline)
    {
        var tree = XmlTree.Read(text, deadline);
        if (tree.Root is not { } root)
        {
            return new ParseOutcome.Rejected(RejectionReasons.UnsupportedFormat, "The file begins like an XML document but has no element in it.");
        }

        if (root.Is("html"))
        {
            return null;
        }

        if (tree.Doubt is { } doubt)
        {
            articles.Doubt(doubt);
        }

        if (XmlFeedReader.Read(root, deadline) is { } feed)
        {
            return FeedArticles.Of(feed, articles);
        }

        if (AgencyXml.Read(root, articles, deadline) is { } outcome)
        {
            return outcome;
        }

        if ((NewsSitemap.Read(root, articles, deadline) ?? ExtractedDocument.Read(root, articles)) is { } read)
        {
            return read;
        }

        return HtmlDetection.IsPage(root.Local, text) ? null : new ParseOutcome.Rejected(
            RejectionReasons.UnsupportedFormat,
            $"The file is an XML document with the root element <{(root.Local.Length > 60 ? root.Local[..60] : root.Local)}>, which is no feed and no agency format that this version reads. Save it as plain text.");
    }
}
