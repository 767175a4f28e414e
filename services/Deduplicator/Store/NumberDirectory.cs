using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Store;

/// <summary>
/// Which number the identifier of an article or the words of a text have, beside the store. What came lately is looked up in memory; when that is much, it is filed:
/// put into sorted tables, in order.
/// </summary>
/// <remarks>
/// Identifiers are hashes, so with an index on them in the database each article changed a page of its own in either table: three quarters of all that the store wrote,
/// and more with every page that the store grew by. Filed in order, many neighbours change a page together. See ADR 27.
/// </remarks>
/// <param name="most">Articles or texts that may be in memory before they are to be filed; of a small store fewer, as whoever only reads goes through them.</param>
internal sealed class NumberDirectory(int most)
{
    /// <summary>The number of the article <c>@articleId</c>, whether it is filed or not.</summary>
    public const string NumberOfArticle =
        $"""
        SELECT d.article_no FROM article_directory d JOIN articles a ON a.article_no = d.article_no
        WHERE d.prefix = substr(@articleId, {ArticlePrefix}) AND a.article_id = @articleId
        UNION ALL SELECT article_no FROM articles WHERE {Waits} AND article_id = @articleId
        """;

    /// <summary>The numbers of the first <c>@most</c> articles with an identifier behind <c>@after</c>, without retracted ones.</summary>
    public const string PageOfArticles =
        $"""
        SELECT article_no FROM (
            SELECT d.prefix AS prefix, a.article_id AS article_id, a.article_no AS article_no FROM article_directory d JOIN articles a ON a.article_no = d.article_no
            WHERE d.prefix >= substr(@after, {ArticlePrefix}) AND a.article_id > @after AND a.text_no IS NOT NULL
            UNION ALL SELECT substr(article_id, {ArticlePrefix}), article_id, article_no FROM articles
            WHERE {Waits} AND article_id > @after AND text_no IS NOT NULL
            ORDER BY prefix, article_id LIMIT @most)
        """;

    // Which part of an identifier and of an identity the tables have, for substr; see the migration.
    private const string ArticlePrefix = "1, 12";
    private const string TextPrefix = "1, 8";
    private const int PrefixLetters = 12;
    private const int PrefixBytes = 8;

    private const string Waits = "article_no > (SELECT articles_filed FROM state WHERE id = 1)";

    // So many filed for one that waits: about ten then share a page that filing changes.
    private const int FiledToWaiting = 16;
    private const int FewestWaiting = 1024;

    /// <summary>Keys that the filters are made for at least, for one that may be in memory.</summary>
    private const int KeysToMost = 16;

    private readonly Dictionary<string, int> _articles = [];

    /// <summary>The last of the texts that have these words; those before it follow by <see cref="KnownText.Before"/>.</summary>
    private readonly Dictionary<TextIdentity, int> _words = [];
    private readonly List<KnownText> _texts = [];
    private KeyFilter? _seenArticles;
    private KeyFilter? _seenTexts;
    private long _articlesFiled;
    private long _textsFiled;

    /// <summary>All articles up to it were seen; of those, the ones that are not filed are in memory.</summary>
    private long _lastArticle;
    private long _lastText;

    /// <summary>Brings what is in memory to where the store is; within the transaction that is to use it.</summary>
    public void CatchUp(Statements statements, StoreState state)
    {
        if (_seenArticles is not { IsFull: false } || _seenTexts is not { IsFull: false })
        {
            SeeFiled(statements, state);
        }

        if ((_articlesFiled, _textsFiled) != (state.ArticlesFiled, state.TextsFiled))
        {
            StartFrom(state.ArticlesFiled, state.TextsFiled);
        }

        if (_lastArticle < state.ArticleNo)
        {
            foreach (var (id, no) in statements.Stream(
                "SELECT article_id, article_no FROM articles WHERE article_no > @last", row => (row.GetString(0), (int)row.GetInt64(1)), ("@last", _lastArticle)))
            {
                Add(id, no);
            }
        }

        if (_lastText < state.TextNo)
        {
            foreach (var (identity, no, week) in statements.Stream(
                "SELECT identity, text_no, week FROM texts WHERE text_no > @last",
                row => (TextIdentity.FromBytes((byte[])row.GetValue(0)), (int)row.GetInt64(1), (int)row.GetInt64(2)),
                ("@last", _lastText)))
            {
                Add(identity, no, week);
            }
        }

        Accept(state);
    }

    /// <summary>The numbers of the articles that may have an identifier: it decides by its beginning.</summary>
    public IEnumerable<int> ArticlesOf(Statements statements, string articleId) =>
        _articles.TryGetValue(articleId, out var no)
            ? [no]
            : _seenArticles?.MayHave(KeyOf(articleId)) == false ? []
            : statements.Query(
                $"SELECT article_no FROM article_directory WHERE prefix = substr(@articleId, {ArticlePrefix})", row => (int)row.GetInt64(0), ("@articleId", articleId));

    /// <summary>The texts that may have these words, by their beginning, each in its week; a text may be gone.</summary>
    public List<(int No, int Week)> TextsOf(Statements statements, TextIdentity identity)
    {
        if (_seenTexts?.MayHave(identity.High) == false)
        {
            return [];
        }

        var texts = statements.Query(
            "SELECT text_no, week FROM text_directory WHERE prefix = @prefix",
            row => ((int)row.GetInt64(0), (int)row.GetInt64(1)),
            ("@prefix", identity.ToBytes()[..PrefixBytes]));
        for (var at = _words.GetValueOrDefault(identity, -1); at >= 0; at = _texts[at].Before)
        {
            texts.Add((_texts[at].No, _texts[at].Week));
        }

        return texts;
    }

    /// <summary>An article gets a number.</summary>
    public void Add(string articleId, int no)
    {
        _articles.Add(articleId, no);
        _seenArticles!.Add(KeyOf(articleId));
    }

    /// <summary>A text gets a number.</summary>
    public void Add(TextIdentity identity, int no, int week)
    {
        _texts.Add(new KnownText(no, week, _words.GetValueOrDefault(identity, -1)));
        _words[identity] = _texts.Count - 1;
        _seenTexts!.Add(identity.High);
    }

    /// <summary>The transaction is committed.</summary>
    public void Accept(StoreState state) => (_lastArticle, _lastText) = (state.ArticleNo, state.TextNo);

    /// <summary>The transaction failed, or all was filed: the next one reads again what is not.</summary>
    public void Forget()
    {
        _articles.Clear();
        _words.Clear();
        _texts.Clear();
        (_lastArticle, _lastText) = (Math.Min(_lastArticle, _articlesFiled), Math.Min(_lastText, _textsFiled));
    }

    /// <summary>Whether so much is in memory that it should be filed.</summary>
    public bool IsFull => IsMany(_articles.Count, _articlesFiled) || IsMany(_texts.Count, _textsFiled);

    /// <summary>Files what came since, in a transaction of its own.</summary>
    /// <returns>What to do when the transaction is committed.</returns>
    public Action File(Statements statements, StoreState state)
    {
        statements.Execute(
            $"INSERT INTO article_directory (prefix, article_no) SELECT substr(article_id, {ArticlePrefix}), article_no FROM articles WHERE article_no > @filed ORDER BY 1, 2",
            ("@filed", state.ArticlesFiled));
        statements.Execute(
            $"INSERT INTO text_directory (prefix, week, text_no) SELECT substr(identity, {TextPrefix}), week, text_no FROM texts WHERE text_no > @filed ORDER BY 1, 2, 3",
            ("@filed", state.TextsFiled));
        var (articles, texts) = (state.ArticlesFiled, state.TextsFiled) = (state.ArticleNo, state.TextNo);
        return () => StartFrom(articles, texts);
    }

    /// <summary>Takes the texts out that meet a condition and are about to be deleted.</summary>
    public static void Drop(Statements statements, string texts) =>
        statements.Execute(
            $"DELETE FROM text_directory WHERE (prefix, week, text_no) IN (SELECT substr(identity, {TextPrefix}), week, text_no FROM texts WHERE {texts})");

    private bool IsMany(int waiting, long filed) => waiting > Math.Min(most, Math.Max(FewestWaiting, filed / FiledToWaiting));

    private static ulong KeyOf(ReadOnlySpan<char> articleId)
    {
        Span<char> prefix = stackalloc char[PrefixLetters];
        prefix.Clear();
        articleId[..Math.Min(PrefixLetters, articleId.Length)].CopyTo(prefix);
        var parts = MemoryMarshal.Cast<char, ulong>(prefix);
        return WordHash.Combine(WordHash.Combine(parts[0], parts[1]), parts[2]);
    }

    /// <summary>Makes filters with room for twice as much as there is.</summary>
    private void SeeFiled(Statements statements, StoreState state)
    {
        var articles = new KeyFilter(Math.Max(KeysToMost * most, 2 * state.ArticleNo));
        var texts = new KeyFilter(Math.Max(KeysToMost * most, 2 * state.TextNo));
        foreach (var prefix in statements.Stream("SELECT prefix FROM article_directory", row => row.GetString(0)))
        {
            articles.Add(KeyOf(prefix));
        }

        foreach (var prefix in statements.Stream("SELECT prefix FROM text_directory", row => (byte[])row.GetValue(0)))
        {
            texts.Add(BinaryPrimitives.ReadUInt64BigEndian(prefix));
        }

        // Not before both are whole: one that lacks something would deny it.
        (_seenArticles, _seenTexts) = (articles, texts);
        (_lastArticle, _lastText) = (state.ArticlesFiled, state.TextsFiled);
        StartFrom(state.ArticlesFiled, state.TextsFiled);
    }

    private void StartFrom(long articlesFiled, long textsFiled)
    {
        (_articlesFiled, _textsFiled) = (articlesFiled, textsFiled);
        Forget();
    }

    /// <param name="No">Its number.</param>
    /// <param name="Week">Its week.</param>
    /// <param name="Before">The place of the text of the same words before it; -1 for none.</param>
    private readonly record struct KnownText(int No, int Week, int Before);
}
