using Ingest.Parser.Agencies;

namespace Ingest.Parser.PlainText;

/// <summary>How wire stories end: marker lines, which are taken off, and <c>(Reporting by …)</c>, which stays and is read.</summary>
internal sealed class SignOff
{
    private static readonly HashSet<string> Markers = new(StringComparer.OrdinalIgnoreCase)
    {
        "-30-", "- 30 -", "--30--", "–30–", "—30—", "ENDS", "END", "-ENDS-", "-END-", "(END)", "(ENDS)", "/END/", "- ENDS -", "- END -", "--END--", "###", "# # #", "##", "#",
        "<END>", "[END]", "[ENDS]", "ENDE", "(ENDE)", "FIN", "(FIN)",
    };

    /// <summary>The markers that were taken off, first to last.</summary>
    public List<string> Removed { get; } = [];

    public List<string> Agencies { get; } = [];

    public List<string> Reporters { get; } = [];

    /// <summary>One past the last line of the body.</summary>
    public int End { get; private set; }

    public static SignOff Read(string text, List<TextLine> lines, int from, int to)
    {
        var found = new SignOff { End = to };
        for (var i = to - 1; i >= from; i--)
        {
            var line = lines[i].In(text);
            if (line.IsEmpty || Separator.Is(line) && line[0] is not ('#' or '*'))
            {
                found.End = i;
            }
            else if (line.Length <= 24 && found.TryMarker(line))
            {
                found.End = i;
            }
            else
            {
                found.ReadCredit(text, lines, from, i);
                break;
            }
        }

        return found;
    }

    private bool TryMarker(ReadOnlySpan<char> line)
    {
        // The marker and the agency's name are different things: a name stands alone on its line only at the end of a wire story.
        var bare = line.Trim("() .*-–—/");
        var agency = KnownAgencies.Find(bare);
        if (agency is null && !Markers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line) && !(bare is "30" && line.Length > 2))
        {
            return false;
        }

        Removed.Insert(0, line.ToString());
        if (agency is not null && !Agencies.Contains(agency))
        {
            Agencies.Add(agency);
        }

        return true;
    }

    /// <summary><c>(Reporting by Jane Doe in London; Editing by John Roe)</c>, perhaps over several lines.</summary>
    private void ReadCredit(string text, List<TextLine> lines, int from, int last)
    {
        for (var i = last; i >= from && i > last - 4 && !lines[i].IsBlank; i--)
        {
            var line = lines[i].In(text);
            var by = line.IndexOf("eporting by ", StringComparison.Ordinal);
            if (by is < 1 or > 14)
            {
                continue;
            }

            var credit = text.AsSpan(lines[i].Start, lines[last].Start + lines[last].Length - lines[i].Start)[(by + 12)..];
            var end = credit.IndexOfAny(";)");
            var names = (end < 0 ? credit : credit[..end]).ToString().ReplaceLineEndings(" ").TrimEnd('.');
            if (Byline.OfNames(names, strict: true) is { } byline)
            {
                Reporters.AddRange(byline.Authors);
                Agencies.AddRange(byline.Agencies.Where(agency => !Agencies.Contains(agency)));
            }

            return;
        }
    }
}
