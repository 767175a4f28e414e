namespace Ingest.Deduplicator.Text;

/// <summary>
/// The day in a dateline (<c>LONDON, March 9 (Reuters) -</c>) tells when a copy was sent, not what the story is about: the same
/// story goes out on two days. Such numbers do not count when numbers are compared.
/// </summary>
/// <remarks>Found in the body alone, not by the Parser's field: texts are shared by articles, whose fields may differ.</remarks>
internal static class DatelineNumbers
{
    private const int LongestDateline = 80;
    private const int LongestDay = 2;
    private const int YearLength = 4;
    private const int MostNumbers = 2;

    /// <summary>Up to which character of the body numbers do not count; 0 where it begins with no dateline.</summary>
    public static int EndIn(ReadOnlySpan<char> body)
    {
        var start = body[..Math.Min(body.Length, LongestDateline)];
        var end = DashIn(start);
        if (end <= 0 || !char.IsLetter(start[0]))
        {
            return 0;
        }

        var (numbers, digits) = (0, 0);
        for (var i = 0; i <= end; i++)
        {
            if (char.IsAsciiDigit(start[i]))
            {
                digits++;
            }
            else if (digits > 0)
            {
                numbers++;
                if (digits > LongestDay && digits != YearLength)
                {
                    return 0;
                }

                digits = 0;
            }
        }

        return numbers is > 0 and <= MostNumbers ? end : 0;
    }

    private static int DashIn(ReadOnlySpan<char> start)
    {
        for (var i = 1; i + 1 < start.Length; i++)
        {
            if (start[i] is '\n')
            {
                return -1;
            }

            if ((start[i] is '-' or '\u2013' or '\u2014') && (start[i - 1] is ' ' or ')') && (start[i + 1] is ' ' or '-'))
            {
                return i;
            }
        }

        return -1;
    }
}
