using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Store;

/// <summary>
/// Which number the identifier of an article or the words of a text have, beside the store. What came lately is looked up in memory; when that is much, it is filed:
/// put into sorted tables, in order.
/// </summary>
/// <remarks>
/// Identifiers are hashes, so with an index on them in the database each article changed a page of its own in either table: three quarters of all that the store wrote,
/// and more with every page that the store grew by. Filed in order, many neighbours change a page together. See ADR 27.
/// </remarks>
/// <param name="most">Articles or texts that may be in memory before they are to be filed.</param>
internal sealed class NumberDirectory(int most)
{
    /// <summary>The numbers of the articles that may have an identifier, whether they are filed or not: where it stands in <c>@articleId</c>.</summary>
    public const string NumbersOfArticle =
        $"""
        SELECT article_no FROM article_directory WHERE prefix = {PrefixOfArticle}
        UNION ALL SELECT article_no FROM articles WHERE article_no > (SELECT articles_filed FROM state WHERE id = 1) AND article_id = @articleId
        """;

    /// <summary>The numbers of the first <c>@most</c> articles with an identifier behind <c>@after</c>, without retracted ones.</summary>
    public const string PageOfArticles =
        """
        SELECT article_no FROM (
            SELECT d.prefix AS prefix, a.article_id AS article_id, a.article_no AS article_no FROM article_directory d JOIN articles a ON a.article_no = d.article_no
            WHERE d.prefix >= substr(@after, 1, 12) AND a.article_id > @after AND a.text_no IS NOT NULL
            UNION ALL SELECT substr(article_id, 1, 12), article_id, article_no FROM articles
            WHERE article_no > (SELECT articles_filed FROM state WHERE id = 1) AND article_id > @after AND text_no IS NOT NULL
            ORDER BY prefix, article_id LIMIT @most)
        """;

    private const string PrefixOfArticle = "substr(@articleId, 1, 12)";
    private const int PrefixBytes = 8;

    private readonly Dictionary<string, int> _articles = [];

    /// <summary>The last of the texts that have these words; those before it follow by <see cref="KnownText.Before"/>.</summary>
    private readonly Dictionary<TextIdentity, int> _words = [];
    private readonly List<KnownText> _texts = [];
    private long _articlesFiled;
    private long _textsFiled;
    private long _lastArticle = -1;
    private long _lastText = -1;

    /// <summary>Brings what is in memory to where the store is; within the transaction that is to use it.</summary>
    public void CatchUp(Statements statements, StoreState state)
    {
        if (_lastArticle < 0 || (_articlesFiled, _textsFiled) != (state.ArticlesFiled, state.TextsFiled))
        {
            Forget();
            (_articlesFiled, _textsFiled) = (state.ArticlesFiled, state.TextsFiled);
            (_lastArticle, _lastText) = (_articlesFiled, _textsFiled);
        }

        if (_lastArticle < state.ArticleNo)
        {
            foreach (var (id, no) in statements.Stream(
                "SELECT article_id, article_no FROM articles WHERE article_no > @last", row => (row.GetString(0), (int)row.GetInt64(1)), ("@last", _lastArticle)))
            {
                _articles.Add(id, no);
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
            : statements.Query(
                $"SELECT article_no FROM article_directory WHERE prefix = {PrefixOfArticle}", row => (int)row.GetInt64(0), ("@articleId", articleId));

    /// <summary>The texts that may have these words, by their beginning, each in its week; a text may be gone.</summary>
    public List<(int No, int Week)> TextsOf(Statements statements, TextIdentity identity)
    {
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
    public void Add(string articleId, int no) => _articles.Add(articleId, no);

    /// <summary>A text gets a number.</summary>
    public void Add(TextIdentity identity, int no, int week)
    {
        _texts.Add(new KnownText(no, week, _words.GetValueOrDefault(identity, -1)));
        _words[identity] = _texts.Count - 1;
    }

    /// <summary>The transaction is committed.</summary>
    public void Accept(StoreState state) => (_lastArticle, _lastText) = (state.ArticleNo, state.TextNo);

    /// <summary>The transaction failed, or others have filed: the next one reads again what is not filed.</summary>
    public void Forget()
    {
        _articles.Clear();
        _words.Clear();
        _texts.Clear();
        _lastArticle = -1;
    }

    /// <summary>Whether so much is in memory that it should be filed.</summary>
    public bool IsFull => _articles.Count > most || _texts.Count > most;

    /// <summary>Files what came since, in a transaction of its own.</summary>
    /// <returns>What to do when the transaction is committed.</returns>
    public Action File(Statements statements, StoreState state)
    {
        statements.Execute(
            "INSERT INTO article_directory (prefix, article_no) SELECT substr(article_id, 1, 12), article_no FROM articles WHERE article_no > @filed ORDER BY 1, 2",
            ("@filed", state.ArticlesFiled));
        statements.Execute(
            "INSERT INTO text_directory (prefix, week, text_no) SELECT substr(identity, 1, 8), week, text_no FROM texts WHERE text_no > @filed ORDER BY 1, 2, 3",
            ("@filed", state.TextsFiled));
        (state.ArticlesFiled, state.TextsFiled) = (state.ArticleNo, state.TextNo);
        return Forget;
    }

    /// <param name="No">Its number.</param>
    /// <param name="Week">Its week.</param>
    /// <param name="Before">The place of the text of the same words before it; -1 for none.</param>
    private readonly record struct KnownText(int No, int Week, int Before);
}
