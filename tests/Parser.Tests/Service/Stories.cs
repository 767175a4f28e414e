namespace Ingest.Parser.Tests.Service;

internal static class Stories
{
    public const string Bridge = "date 2025-02-13 Bridge to Be Built\n\nBy Jane Doe\n\nThe council of the town met on Tuesday evening and decided to build a bridge.\n";

    public const string Ferry = "\ndate 2025-02-14 Ferry to Be Closed\n\nBy John Roe\n\nThe ferry that served the town for a century will be closed in the spring.\n";
}
