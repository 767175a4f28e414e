using Ingest.Contracts;

namespace Ingest.Deduplicator.Tests;

/// <summary>Articles for tests.</summary>
internal static class News
{
    public const string Harbour =
        """
        LINDHOLM, March 4 - The harbour of Lindholm reopened on Tuesday after a storm had closed it for nine days, the port authority said.

        Forty-one ships were waiting outside the breakwater. Clearing the queue will take until Friday, the authority's director Mila Sand said, and two of the five cranes remain out of service.

        "We will work through the nights," Sand said. "Fresh goods go first, then everything that holds up a factory somewhere."

        The storm tore 60 metres out of the northern mole. Repairs are expected to cost 12 million crowns and to last into the autumn.
        """;

    public const string HarbourBrief =
        """
        LINDHOLM, March 4 - The harbour of Lindholm reopened on Tuesday after a storm had closed it for nine days, the port authority said.

        Forty-one ships were waiting outside the breakwater. Clearing the queue will take until Friday.
        """;

    public static Article Article(
        string name, string title, string body, string? date = "2025-03-04T10:00", long revision = 1, string? source = null, params string[] agencies) => new()
        {
            ArticleId = Id(name),
            FileId = Id("file of " + name),
            Revision = revision,
            Watch = "test",
            Path = name + ".txt",
            Ordinal = 0,
            Key = "0",
            Title = title,
            Body = body,
            PublishedAt = date,
            Source = source,
            Agencies = agencies,
        };

    public static string Id(string name) => Identifiers.Article("test", name);
}
