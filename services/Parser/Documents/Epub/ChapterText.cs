using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.Epub;

/// <summary>Reads the paragraphs of one content document (XHTML) of an EPUB.</summary>
internal sealed class ChapterText(DocumentBuilder builder, Deadline deadline)
{
    private int _bold, _heading, _linked, _all;
    private bool _open, _inLink;

    /// <summary>Characters in links, of all characters: a list of contents is nearly all links.</summary>
    public double LinkShare => _all == 0 ? 0 : (double)_linked / _all;

    public void Read(string xhtml)
    {
        var scanner = new PartScanner(xhtml, deadline);
        while (scanner.Next())
        {
            if (scanner.IsText)
            {
                Text(scanner.Text);
            }
            else if (scanner.IsStart || scanner.IsEnd)
            {
                Tag(ref scanner);
            }
        }

        Close();
    }

    private void Text(string text)
    {
        if (!_open && string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (!_open)
        {
            builder.Open();
            builder.Current.HeadingLevel = _heading;
            _open = true;
        }

        builder.Text(text.Replace('\n', ' ').Replace('\t', ' '), _bold > 0);
        _all += text.Length;
        _linked += _inLink ? text.Length : 0;
    }

    private void Tag(ref PartScanner scanner)
    {
        var local = scanner.Local;
        var start = scanner.IsStart && !scanner.IsEmpty;
        switch (local)
        {
            case "head" or "script" or "style" or "nav" or "svg" or "math" or "rt" or "template" or "noscript" when start:
                scanner.Skip();
                break;
            // The bar of links that converters put above and below each article.
            case "div" or "ul" or "table" when start && scanner.Attribute("class") is { } name && (name.Contains("navbar", StringComparison.OrdinalIgnoreCase) || name.Contains("calibre_nav", StringComparison.OrdinalIgnoreCase)):
                Close();
                scanner.Skip();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Close();
                _heading = start ? local[1] - '0' : 0;
                break;
            case "p" or "div" or "section" or "article" or "header" or "footer" or "aside" or "main" or "body" or "html" or "blockquote" or "pre" or "hr" or "figure" or "address"
                or "ul" or "ol" or "dl" or "dt" or "dd" or "center" or "details" or "summary":
                Close();
                break;
            case "li":
                Close();
                if (start)
                {
                    builder.Open();
                    builder.Current.IsListItem = _open = true;
                }

                break;
            case "figcaption" or "caption":
                Close();
                if (start)
                {
                    builder.Open();
                    builder.Current.Style = "caption";
                    _open = true;
                }

                break;
            case "table":
                Close();
                builder.Tables = Math.Max(0, builder.Tables + (start ? 1 : -1));
                break;
            case "tr":
                Close();
                builder.EndRow();
                break;
            case "td" or "th":
                Close();
                break;
            case "br" when _open:
                builder.Current.Break('\n');
                break;
            case "b" or "strong":
                _bold = Math.Max(0, _bold + (start ? 1 : -1));
                break;
            case "a":
                _inLink = start;
                break;
        }
    }

    private void Close()
    {
        if (_open)
        {
            builder.Close();
            _open = false;
        }
    }
}
