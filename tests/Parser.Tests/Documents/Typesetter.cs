using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Ingest.Parser.Tests.Documents;

/// <summary>Sets pages as a newspaper does: lines broken at a width, words divided at their soft hyphens, columns filled in turn.</summary>
internal sealed class Typesetter : IDisposable
{
    private const double Leading = 1.2;

    private readonly PdfDocumentBuilder _builder = new();
    private readonly PdfDocumentBuilder.AddedFont _roman, _bold;
    private PdfPageBuilder _page;

    public Typesetter()
    {
        _roman = _builder.AddStandard14Font(Standard14Font.TimesRoman);
        _bold = _builder.AddStandard14Font(Standard14Font.TimesBold);
        _page = _builder.AddPage(PageSize.A4);
    }

    public PdfDocumentBuilder.DocumentInformationBuilder About => _builder.DocumentInformation;

    public Typesetter NewPage()
    {
        _page = _builder.AddPage(PageSize.A4);
        return this;
    }

    public Typesetter Line(string text, double left, double baseline, double size, bool bold = false)
    {
        _page.AddText(text, size, new PdfPoint(left, baseline), bold ? _bold : _roman);
        return this;
    }

    /// <summary>Fills columns from <paramref name="top"/> down to <paramref name="bottom"/>; what is left over starts the next page at the same top.</summary>
    public Typesetter Columns(string[] paragraphs, int columns, double top, double bottom, double size = 9, double gap = 12, double left = 50, double right = 545)
    {
        var width = (right - left - (gap * (columns - 1))) / columns;
        var (column, baseline) = (0, top);
        foreach (var line in paragraphs.SelectMany(paragraph => Break(paragraph, width, size)))
        {
            if (baseline < bottom)
            {
                (column, baseline) = (column + 1, top);
                if (column == columns)
                {
                    NewPage();
                    column = 0;
                }
            }

            Line(line.Text, left + (column * (width + gap)) + line.Indent, baseline, size);
            baseline -= size * Leading;
        }

        return this;
    }

    /// <summary>The document; nothing can be added to it.</summary>
    public byte[] Build()
    {
        using (this)
        {
            return _builder.Build();
        }
    }

    public void Dispose() => _builder.Dispose();

    private IEnumerable<(string Text, double Indent)> Break(string paragraph, double width, double size)
    {
        var (line, indent) = ("", size);
        foreach (var word in paragraph.Split(' '))
        {
            var rest = word;
            while (!Fits(Joined(line, Plain(rest)), width - indent, size))
            {
                var parts = rest.Split('\u00AD');
                var count = parts.Length - 1;
                while (count > 0 && !Fits(Joined(line, string.Concat(parts[..count]) + "-"), width - indent, size))
                {
                    count--;
                }

                yield return (count > 0 ? Joined(line, string.Concat(parts[..count]) + "-") : line, indent);
                rest = string.Join('\u00AD', parts[count..]);
                (line, indent) = ("", 0);
            }

            line = Joined(line, Plain(rest));
        }

        yield return (line, indent);
    }

    private bool Fits(string line, double width, double size) =>
        line.Length == 0 || _page.MeasureText(line, size, new PdfPoint(0, 0), _roman)[^1].EndBaseLine.X <= width;

    private static string Joined(string line, string word) => line.Length == 0 ? word : line + " " + word;

    private static string Plain(string word) => word.Replace("\u00AD", "", StringComparison.Ordinal);
}
