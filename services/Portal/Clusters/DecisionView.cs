using Ingest.Portal.Layout;
using Ingest.Queries;

namespace Ingest.Portal.Clusters;

/// <summary>What a page shows of decisions.</summary>
/// <param name="Standing">Those that hold, newest first.</param>
/// <param name="Titles">Headlines of the articles they name, as far as these are there.</param>
/// <param name="Made">What was just decided.</param>
/// <param name="Token">Antiforgery token of the buttons that take back.</param>
public sealed record DecisionView(IReadOnlyList<Decision> Standing, IReadOnlyDictionary<string, string> Titles, Decision? Made, string Token)
{
    /// <summary>Whether the article is there.</summary>
    public bool Knows(string articleId) => Titles.ContainsKey(articleId);

    /// <summary>Its headline, or what stands for it.</summary>
    public string Title(string articleId) => Wording.Title(Titles.GetValueOrDefault(articleId));
}
