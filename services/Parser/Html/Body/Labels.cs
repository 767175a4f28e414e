using System.Collections.Frozen;

namespace Ingest.Parser.Html.Body;

/// <summary>Short lines that announce something other than the article, in the languages that news pages come in.</summary>
internal static class Labels
{
    private const int LongestHeading = 70;
    private const int MostAfter = 14;
    private const int LongestNotice = 220;

    /// <summary>Headings of what follows an article.</summary>
    private static readonly string[] Sections =
    [
        "related", "see also", "you may also", "you might also", "you may like", "you might like", "you might be interested", "you may be interested", "more from", "more on this", "more stories", "more articles", "more news",
        "more like this", "more to read", "more in ", "read more", "read next", "read also", "also read", "also on", "recommended", "recent posts", "recent articles", "recent news", "latest posts", "latest articles", "latest news", "latest stories",
        "latest from", "popular posts", "popular articles", "most popular", "most read", "trending", "top stories", "editor's picks", "editors' picks", "editor’s picks", "featured articles", "featured posts", "up next", "what to read next", "keep reading", "continue reading",
        "about the author", "about author", "about our author", "meet the author", "written by", "author bio", "comments", "leave a comment", "leave a reply", "leave your comment", "post a comment", "add a comment", "join the discussion", "join the conversation", "share this", "share on", "share:", "follow us", "subscribe", "sign up", "newsletter", "get the latest",
        "stay up to date", "stay informed", "sponsored", "tags", "topics:", "filed under", "previous post", "next post", "similar posts", "similar articles", "explore more", "explore further", "further reading", "more on the topic", "discover more", "other articles", "other posts", 
        "mehr zum thema", "weitere informationen", "más información", "kontakt", "contenido relacionado", "pressekontakt", "presseanfragen", "mehr zu", "weitere artikel", "weitere beiträge", "weitere meldungen", "weitere themen", "weitere nachrichten", "weiterführende", "ähnliche artikel", "ähnliche beiträge", "verwandte", "passend dazu", "das könnte", "dies könnte", "auch interessant", "auch spannend", "lesen sie auch", "lesen sie mehr", "lies auch", "lesetipp", "weiterlesen", "meistgelesen", "neueste", "aktuelle beiträge", "letzte beiträge",
        "kommentare", "kommentar schreiben", "schreibe einen kommentar", "hinterlasse", "artikel teilen", "beitrag teilen", "teilen", "schlagwörter", "schlagworte", "themen:", "über den autor", "über die autorin", "zum autor", "anzeige", "empfehlungen der redaktion", "empfehlungen aus der redaktion", "empfehlungen aus dem", "zum weiterlesen", "mehr themen", "schon gelesen", "externer inhalt", "empfohlener externer inhalt", "empfohlener redaktioneller inhalt", "unsere empfehlungen", "mehr aus", "mehr von", "mehr lesen", 
        "à lire aussi", "lire aussi", "a lire aussi", "à lire également", "sur le même", "sur le meme", "articles similaires", "articles liés", "articles récents", "vous aimerez", "commentaires", "laisser un commentaire", "partager", "les plus lus", "à propos de l'auteur", "à découvrir", 
        "te puede interesar", "le puede interesar", "le podría interesar", "te podría interesar", "también te puede", "lea también", "lee también", "lea además", "noticias relacionadas", "artículos relacionados", "relacionad", "más noticias", "más sobre",  "lo más leído", "comentarios", "deja un comentario", "compartir", "etiquetas", "ver también", "vea también", "puedes ver", "puede ver:", "mira también", "mira:", "mire también", "lea más", "leer más", "lee más", "lectura recomendada",
        "leggi anche", "articoli correlati", "potrebbe interessarti", "ti potrebbe", "commenti", "condividi", "i più letti", "leia também", "leia mais", "veja também", "relacionados", "comentários", "mais lidas", "saiba mais",
        "lees ook", "lees meer", "gerelateerd", "reacties", "läs också", "läs även", "läs mer", "les også", "læs også", "relaterade", "lue myös", "czytaj także", "czytaj też", "czytaj również", "zobacz także", "zobacz też", "komentarze", "powiązane", "přečtěte si", "čtěte také", "související", "olvassa el", "kapcsolódó", "citește și", "ilgili haberler", "bunlar da", "διαβάστε",
        "читайте также", "читайте ещё", "читайте еще", "материалы по теме", "по теме", "похожие", "комментарии", "поделиться", "другие новости", "читайте також", "схожі", "коментарі", "прочетете още",
        "関連記事", "関連ニュース", "おすすめ", "人気記事", "コメント", "相关阅读", "相关新闻", "相关文章", "相關新聞", "延伸閱讀", "延伸阅读", "推荐阅读", "更多新闻", "관련기사", "관련 기사", "اقرأ أيضا", "اقرأ أيضاً", "مواضيع ذات صلة", "مقالات ذات صلة", "آخر الأخبار", "بیشتر بخوانید", "مطالب مرتبط",
    ];

    /// <summary>Sentences of notices, wherever they stand.</summary>
    private static readonly string[] Notices =
    [
        "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados", "tutti i diritti riservati", "our newsletter", "newsletter abonnieren", "unseren newsletter", "unserem newsletter", "zum newsletter", "notre newsletter", "nuestro boletín", "nuestra newsletter", "nostra newsletter",
        "privacy policy", "terms of use", "terms of service", "cookie policy", "uses cookies", "use cookies", "verwendet cookies", "datenschutzerklärung", "akzeptieren cookies", "enable javascript", "javascript is disabled", "ad blocker", "adblocker", "already a subscriber", "subscribe now", "log in to", "sign in to", "jetzt abonnieren", "follow us on", "folgen sie uns", "folge uns", "suivez-nous", "síguenos", "seguici su",
        "share this article", "click to share", "print this page", "diesen artikel teilen", "your email address will not", "required fields are marked", "this site uses akismet", "may contain affiliate", "affiliate commission", "earn a commission", "affiliate-link", "affiliate link", "loading...", "loading…", "follow on google", "add us on google", "download our app", "download the app", "this entry was posted", "this post was published in", "dieser eintrag wurde veröffentlicht", "dieser beitrag wurde veröffentlicht", "dieser eintrag wurde am", "dieser beitrag wurde am", "der beitrag wurde am", "cet article a été publié dans", "esta entrada fue publicada", "esta entrada se publicó", "bloggern gefällt", "bloggers like this",
        "for ios and android", "on the app store", "if you enjoyed reading", "if you enjoyed this", "please subscribe", "consider subscribing", "was this article helpful", "was this page helpful", "was this helpful", "war dieser artikel", "war der artikel", "artikel hilfreich", "advertising disclosure", "advertiser disclosure",
        "contains affiliate", "enthält werbung", "enthält affiliate", "wszelkie prawa zastrzeżone", "prawem autorskim", "все права защищены", "alle rechten voorbehouden", "todos os direitos reservados", "tüm hakları saklıdır", "minden jog fenntartva", "siguenos en", "siga-nos", "volg ons op", "obserwuj nas", "śledź nas",
        "back to top", "nach oben", "zum seitenanfang",
    ];

    private const int LongestCredit = 120;

    private static readonly string[] Credits =
    [
        "quelle:", "quellen:", "source:", "sources:", "fuente:", "fuentes:", "fonte:", "źródło:", "bron:", "källa:", "источник:", "foto:", "fotos:", "photo:", "photos:", "photo by ", "photo credit", "photograph:", "image:", "image credit", "image courtesy", "images:", "bild:", "bilder:", "titelbild:", "beitragsbild", "abbildung:",
        "credit:", "crédit photo", "crédits", "crédito", "grafik:", "graphic:", "illustration:", "bildnachweis", "bildquelle", "fot.", "foto ©", "zdjęcie:", "фото:",
    ];

    private static readonly string[] Complaints = ["Warning: ", "Notice: ", "Deprecated: ", "Strict Standards: ", "Fatal error: ", "Parse error: "];

    private static readonly FrozenSet<string> Whole = new[]
    {
        "share", "tweet", "email", "print", "pin", "pin it", "copy link", "link copied", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit", "telegram", "more", "mehr", "top", "advertisement", "table of contents", "inhaltsverzeichnis", "in this article", "on this page", "ad", "ads", "advert", "close", "menu", "search", "home", "back", "next", "previous", "reply",
        "like", "save", "subscribe", "follow", "login", "log in", "sign in", "register", "comment", "comments", "tags", "toc", "contents", "drucken", "teilen", "merken", "anzeige", "werbung", "publicidad", "publicité", "pubblicità", "реклама", "imprimir", "imprimer", "stampa", "skip to content", "listen", "watch", "video", "play", "replay", "loading", "photo", "image", "credit", "source", "drukuj", "rezept drucken", "print recipe", "artikel drucken", "seite drucken", "bild anzeigen", "play video", "watch video", "video abspielen", "compartir", "partager", "condividi",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The heading of a section that is no part of the article.</summary>
    public static bool OpensSection(TextBlock block) =>
        block.Text.Length <= LongestHeading && !Prose.EndsSentence(block.Text) && Begins(block.Text) is var length and > 0 && (block.Text.Length <= length + (block.Kind == BlockKind.Heading ? 2 : 1) * MostAfter || block.Text[^1] == ':');

    /// <summary>A line that points elsewhere: <c>Read more: Bridge to Be Built</c>.</summary>
    public static bool PointsElsewhere(TextBlock block) => block.Text.Length < 300 && block.LinkShare > 0.3 && Begins(block.Text) > 0;

    /// <summary>A word of the page's machinery, or a notice about cookies, subscriptions, rights.</summary>
    public static bool IsNotice(TextBlock block)
    {
        if (Whole.Contains(block.Text.TrimEnd(':', ' ', '.')) || ((block.Text.StartsWith('©') || block.Text.StartsWith("Copyright ", StringComparison.OrdinalIgnoreCase)) && block.Text.Length < LongestNotice))
        {
            return true;
        }

        return IsWarningOfProgram(block.Text) || IsInvitation(block.Text) || block.Text.Length < LongestNotice && Array.Exists(Notices, notice => block.Text.Contains(notice, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whose a picture or the matter is: a line of its own that begins so.</summary>
    public static bool IsCredit(TextBlock block) =>
        block.Kind is BlockKind.Paragraph && block.Text.Length < LongestCredit && Array.Exists(Credits, credit => block.Text.StartsWith(credit, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>Follow us on Twitter and Facebook</c>.</summary>
    private static bool IsInvitation(string text) => text.Length < LongestNotice && text.StartsWith("Follow ", StringComparison.Ordinal) &&
        (text.Contains("Twitter", StringComparison.Ordinal) || text.Contains("Facebook", StringComparison.Ordinal) || text.Contains("Instagram", StringComparison.Ordinal));

    /// <summary><c>Warning: … in /srv/page.php on line 12</c>: what PHP writes into a page where it fails.</summary>
    private static bool IsWarningOfProgram(string text) => text.Contains(" on line ", StringComparison.Ordinal) && text.Length < 2 * LongestNotice &&
        Array.Exists(Complaints, complaint => text.StartsWith(complaint, StringComparison.Ordinal));

    /// <summary>The length of the phrase that a text begins with; 0 when it begins with none.</summary>
    private static int Begins(string text)
    {
        var start = text.AsSpan().TrimStart(" ►▶»→•>*-–—+|[(\"„“👉➡️");
        foreach (var section in Sections)
        {
            if (start.StartsWith(section, StringComparison.OrdinalIgnoreCase) &&
                (start.Length == section.Length || !char.IsLetter(start[section.Length]) || !char.IsLetter(section[^1]) || section.Length > 10))
            {
                return text.Length - start.Length + section.Length;
            }
        }

        return 0;
    }
}
