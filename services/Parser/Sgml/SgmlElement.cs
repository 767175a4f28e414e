namespace Ingest.Parser.Sgml;

/// <summary>The first element of a name in a piece of SGML.</summary>
internal readonly record struct SgmlElement(string Content, bool Found)
{
    public static SgmlElement Find(string sgml, string name)
    {
        for (var at = sgml.IndexOf('<' + name, StringComparison.Ordinal); at >= 0; at = sgml.IndexOf('<' + name, at + 1, StringComparison.Ordinal))
        {
            var after = at + name.Length + 1;
            // DATE is not DATELINE.
            if (after >= sgml.Length || char.IsLetterOrDigit(sgml[after]))
            {
                continue;
            }

            var start = sgml.IndexOf('>', after) + 1;
            if (start == 0)
            {
                break;
            }

            var end = sgml.IndexOf($"</{name}>", start, StringComparison.Ordinal);
            return new SgmlElement(end < 0 ? sgml[start..] : sgml[start..end], true);
        }

        return new SgmlElement("", false);
    }
}
