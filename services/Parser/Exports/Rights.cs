namespace Ingest.Parser.Exports;

/// <summary>Lines that say whose the text is: they stand in every exported article and are not part of it.</summary>
internal static class Rights
{
    private static readonly string[] Reserved =
    [
        "All Rights Reserved", "Alle Rechte vorbehalten", "Tous droits réservés", "Tous droits reserves", "Todos los derechos reservados", "Reservados todos los derechos",
        "Todos os direitos reservados", "Tutti i diritti riservati", "Alle rechten voorbehouden", "Все права защищены", "Wszelkie prawa zastrzeżone",
    ];

    /// <summary><c>Copyright 2025 …</c>, <c>(c) 2025 …</c>, <c>© …</c>, <c>All Rights Reserved</c>.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > 400)
        {
            return false;
        }

        foreach (var phrase in Reserved)
        {
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && line.Length < phrase.Length + 40)
            {
                return true;
            }
        }

        if (line[0] == '©')
        {
            return true;
        }

        // "Copyright law is to change" is a headline; the notice has a year.
        var notice = line.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) || line.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) ||
            line.StartsWith("版权", StringComparison.Ordinal) || line.StartsWith("版權", StringComparison.Ordinal);
        return notice && (line[..Math.Min(line.Length, 60)].IndexOfAnyInRange('0', '9') >= 0 || line.Contains('©') || line.Contains("(c)", StringComparison.OrdinalIgnoreCase));
    }
}
