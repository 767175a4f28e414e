using Ingest.Parser.Html.Body;

namespace Ingest.Parser.Html;

/// <summary>Whether what was found on a page is an article.</summary>
internal static class PageKinds
{
    /// <summary>The shortest brief of an agency is longer.</summary>
    private const int LeastBody = 50;

    /// <summary>A page of the machinery says no more than this.</summary>
    private const int LongestWall = 900;

    private static readonly string[] Walls =
    [
        "enable javascript", "enable js", "javascript is disabled", "javascript is not enabled", "javascript to run this app", "requires javascript", "javascript aktivieren", "activer javascript", "habilita javascript", "activar javascript", "verify you are human", "verify that you are", "are you a robot", "not a robot", "unusual traffic", "unusual activity",
        "checking your browser", "checking if the site connection", "security check", "captcha", "just a moment", "access denied", "access to this page has been denied", "you don't have permission to access", "you have been blocked", "request blocked", "request could not be satisfied", "403 forbidden", "404 not found", "page not found", "page you are looking for", "page you requested",
        "page cannot be found", "page can't be found", "seite nicht gefunden", "seite wurde nicht gefunden", "page introuvable", "página no encontrada", "pagina non trovata", "страница не найдена", "service unavailable", "bad gateway", "internal server error", "rate limit", "too many requests", "ray id", "your browser is not supported", "update your browser", "cookies are disabled", "enable cookies",
        "redirecting", "being redirected", "if you are not redirected", "not available in your country", "not available in your region", "unavailable for legal reasons", "domain is for sale", "domain is parked", "under construction", "coming soon",
    ];

    /// <summary>Whether the text may be an article's.</summary>
    /// <param name="body">What was found.</param>
    /// <param name="title">The page's headline.</param>
    /// <param name="stated">The page says of itself that it is an article.</param>
    /// <param name="share">Its share of all text that the page shows.</param>
    public static bool IsArticle(string body, string? title, bool stated, double share)
    {
        var weight = Prose.Weight(body);
        if (weight < LeastBody || (weight < LeastBody * 3 && share < 0.4 && !stated))
        {
            return false;
        }

        return weight > LongestWall || !Array.Exists(Walls, wall => body.Contains(wall, StringComparison.OrdinalIgnoreCase) || (title?.Contains(wall, StringComparison.OrdinalIgnoreCase) == true && weight < LongestWall / 2));
    }
}
