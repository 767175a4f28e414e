using System.Collections.Frozen;

namespace Ingest.Parser.Html.Tree;

/// <summary>
/// Reads class and id names word by word: <c>entry-content</c>, <c>relatedPosts</c>, <c>post__share</c>. Whole words, because
/// <c>shareholder</c> does not share and <c>download</c> holds no <c>ad</c>.
/// </summary>
internal static class Hints
{
    private const int LongestName = 400;

    private static readonly FrozenDictionary<string, HintKinds> Words = new (HintKinds Kind, string Words)[]
    {
        (HintKinds.Beside,
            "related relatedposts relatedpost relatedarticles relatedcontent similar share sharing shares sharer sharedaddy sharebar sharethis addthis addtoany social socials socialmedia recommended recommendation recommendations " +
            "recommend newsletter newsletters subscribe subscription signup optin sidebar sidebars breadcrumb breadcrumbs pagination pager paginator advert adverts advertisement advertisements " +
            "advertising ads ad adsense adslot adsbygoogle dfp gpt werbung anzeige publicite publicidad reklama promo promos promotion promobox sponsor sponsored sponsors cookie cookies consent gdpr modal popup " +
            "overlay toolbar toolbox menu menus submenu nav navbar navi navigation footer masthead tagcloud taglist trending popular mostread mostpopular outbrain taboola " +
            "privacy paywall regwall metering login register donate donation donations skiplink upsell crosssell carousel slider slideshow marquee quiz " +
            "authorbox authorbio bio aboutauthor authorinfo morefrom readmore readnext upnext nextup nextpost prevpost prevnext postnav feedback rating ratings stars " +
            "videoplayer jwplayer player toc tableofcontents printonly screenreader sronly tooltip disclaimer copyright colophon callout topbar topnav leaderboard sitemap offcanvas reviews mashsb essb "),
        (HintKinds.Margin, "sidebar sidebars related relatedposts relatedpost relatedarticles breadcrumb breadcrumbs cookie cookies consent footer nav navbar menu newsletter sharedaddy"),
        (HintKinds.Beside, "factbox infobox faktenbox"),
        (HintKinds.Comments, "comments comment commentlist commentform commentsarea commentrespond respond disqus livefyre kommentare kommentar commentaires comentarios commenti"),
        (HintKinds.Body,
            "articlebody storybody postbody entrycontent articlecontent postcontent storycontent articletext storytext bodytext bodycopy articlecopy newsbody newstext articulo contentbody maintext"),
        (HintKinds.Author, "author authors byline bylines writer autor autoren auteur autore authorname bylinename vcard contributor contributors"),
        (HintKinds.Date, "date datetime published pubdate publishdate publicationdate postdate entrydate dateline timestamp posted authored created publish publishing erstellt pubdatum creationdate articlecreationdate datum fecha time dt datepublished"),
        (HintKinds.Caption, "caption captions figcaption credit credits photocredit imagecaption bildunterschrift legende wpcaption gallery galleries lightbox"),
        (HintKinds.Title, "headline title entrytitle posttitle articletitle"),
        (HintKinds.About, "meta postmeta entrymeta tags posttags articletags keywords categories postcategories topics metadata postinfo dateline kicker eyebrow readingtime readtime"),
    }.SelectMany(group => group.Words.Split(' ').Select(word => (word, group.Kind)))
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate(HintKinds.None, (kinds, pair) => kinds | pair.Kind), StringComparer.OrdinalIgnoreCase);

    // Two words that only together mean something.
    private static readonly FrozenDictionary<string, HintKinds> Pairs = new (HintKinds Kind, string Pairs)[]
    {
        (HintKinds.Body, "article-body entry-content post-content article-content story-body story-content post-body article-text body-content news-content main-text single-content content-body body-text news-body story-text blog-content article-main"),
        (HintKinds.Beside,
            "twitter-tweet instagram-media fb-post tiktok-embed widget-area sidebar-widget see-also read-more read-next read-also more-from more-stories more-articles more-news most-read most-popular you-might you-may up-next next-post prev-post post-navigation author-box author-bio author-info " +
            "about-author author-profile author-card author-description latest-news latest-posts recent-posts also-like also-read sign-up call-action table-contents reader-only sr-only screen-reader skip-link back-top follow-us app-promo"),
        (HintKinds.Title, "entry-title post-title article-title page-title"),
        (HintKinds.About, "post-meta entry-meta article-meta post-info post-tags article-tags entry-tags reading-time read-time entry-header post-categories cat-links tag-links entry-footer tag-list"),
        (HintKinds.Caption, "wp-caption image-caption photo-credit image-credit"),
        (HintKinds.Date, "date-publish publish-on creation-date news-date date-created created-at date-posted post-date entry-date publish-date pub-date article-date"),
    }.SelectMany(group => group.Pairs.Split(' ').Select(pair => KeyValuePair.Create(pair.Replace("-", "", StringComparison.Ordinal), group.Kind)))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a class or id attribute says.</summary>
    public static HintKinds Read(ReadOnlySpan<char> names)
    {
        if (names.Length > LongestName)
        {
            names = names[..LongestName];
        }

        var kinds = HintKinds.None;
        foreach (var range in names.SplitAny(" \t\r\n\f"))
        {
            kinds |= IsSubject(names[range]) || IsMeasure(names[range]) ? HintKinds.None : ReadName(names[range]);
        }

        return kinds;
    }

    /// <summary>Classes of content systems that name an article's tags and format: <c>tag-advertising</c>, <c>format-gallery</c>.</summary>
    private static bool IsSubject(ReadOnlySpan<char> name) =>
        name.StartsWith("tag-", StringComparison.Ordinal) || name.StartsWith("category-", StringComparison.Ordinal) || name.StartsWith("format-", StringComparison.Ordinal) || name.StartsWith("type-", StringComparison.Ordinal);

    /// <summary>Classes that state a measure in brackets may name another element's: <c>mr-[--sidebar-width]</c>.</summary>
    private static bool IsMeasure(ReadOnlySpan<char> name) => name.Contains("-[", StringComparison.Ordinal);

    private static HintKinds ReadName(ReadOnlySpan<char> name)
    {
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var pairs = Pairs.GetAlternateLookup<ReadOnlySpan<char>>();
        var kinds = HintKinds.None;
        Span<char> pair = stackalloc char[64];
        var before = ReadOnlySpan<char>.Empty;
        for (var i = 0; i < name.Length;)
        {
            if (!char.IsLetter(name[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            while (i < name.Length && char.IsLetter(name[i]) && !(char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
            {
                i++;
            }

            var word = name[start..i];
            // "has-sidebar", "no-comments": says something of the page's layout, not of this element.
            var negated = before.Equals("has", StringComparison.OrdinalIgnoreCase) || before.Equals("no", StringComparison.OrdinalIgnoreCase) ||
                before.Equals("with", StringComparison.OrdinalIgnoreCase) || before.Equals("without", StringComparison.OrdinalIgnoreCase);
            if (!negated && words.TryGetValue(word, out var kind))
            {
                kinds |= kind;
            }

            if (before.Length > 0 && before.Length + word.Length <= pair.Length)
            {
                before.CopyTo(pair);
                word.CopyTo(pair[before.Length..]);
                if (pairs.TryGetValue(pair[..(before.Length + word.Length)], out var together))
                {
                    kinds |= together;
                }
            }

            before = word;
        }

        return kinds;
    }
}
