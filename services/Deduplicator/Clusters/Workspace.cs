using System.Runtime.InteropServices;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Clusters;

/// <summary>
/// What one transaction has read and changed: the store as it will be. Rows are loaded when they are first needed, each once, and
/// what is here holds over what the store still says; <see cref="Save"/> writes all changes.
/// </summary>
internal sealed class Workspace(Statements statements, StoreState state, NumberDirectory directory)
{
    private readonly Dictionary<int, TextNode> _texts = [];
    private readonly Dictionary<TextIdentity, List<TextNode>> _byIdentity = [];
    private readonly Dictionary<int, ArticleNode> _articles = [];
    private readonly Dictionary<string, ArticleNode> _byId = [];
    private readonly Dictionary<(int Text, int Other), TextEdge?> _edges = [];

    public Statements Statements => statements;

    /// <summary>All articles that this batch has touched.</summary>
    public IEnumerable<ArticleNode> Articles => _articles.Values;

    public TextNode Text(int no) => FindText(no) ?? throw new InvalidOperationException($"The store has an entry of text {no} and not the text; run 'ingest rebuild deduplicator'.");

    public TextNode TextOf(TextSignature signature, int week)
    {
        var identity = signature.Identity;
        if (SameWords(identity).Find(text => text.Week == week) is { } known)
        {
            return known;
        }

        foreach (var (no, _) in directory.TextsOf(statements, identity).Where(text => text.Week == week))
        {
            FindText(no);
        }

        return SameWords(identity).Find(text => text.Week == week) ?? Keep(new TextNode
        {
            No = checked((int)++state.TextNo),
            Week = week,
            Signature = signature,
            IsNew = true,
            IsChanged = true,
            Edges = [],
            Centres = [],
        });
    }

    /// <summary>The texts of the same words in other weeks that have articles.</summary>
    public List<TextNode> SameIn(TextNode text)
    {
        var identity = text.Signature.Identity;
        var same = SameIn(identity);
        if (text.Signature.Kind == TextKind.Full)
        {
            same.AddRange(SameIn(identity.ToTwin()));
        }

        same.Remove(text);
        return same;
    }

    public ArticleNode? Find(string articleId) =>
        _byId.TryGetValue(articleId, out var known) ? known
        : directory.ArticlesOf(statements, articleId).Select(Article).FirstOrDefault(article => article.Id == articleId);

    public ArticleNode Article(int no) =>
        _articles.TryGetValue(no, out var known) ? known : Keep(ArticleRows.Load(statements, no));

    public ArticleNode AddArticle(string articleId)
    {
        var article = new ArticleNode { No = checked((int)++state.ArticleNo), Id = articleId, IsNew = true, Place = Place.Nowhere, Before = Place.Nowhere };
        _articles.Add(article.No, article);
        _byId.Add(articleId, article);
        return article;
    }

    public Dictionary<int, TextEdge> EdgesOf(TextNode text) => text.Edges ??= EdgeRows.Of(statements, text.No);

    public List<ArticleNode> CentresOf(TextNode text) =>
        text.Centres ??= [.. KeepAll(ArticleRows.CentresOf(statements, text.No)).Concat(text.Known)
            .Distinct().Where(article => article.Text == text && article.IsCentre)];

    /// <summary>The articles that have <paramref name="centre"/> as theirs, without itself.</summary>
    public List<ArticleNode> MembersOf(ArticleNode centre)
    {
        if (!centre.IsNew)
        {
            KeepAll(ArticleRows.MembersOf(statements, centre.Before.CanonicalNo, centre.No));
        }

        return [.. _articles.Values.Where(article => article.Place.CentreNo == centre.No && article != centre)];
    }

    /// <summary>The articles of a text that lie within <paramref name="hours"/> of a publication (null: all).</summary>
    public List<ArticleNode> ArticlesOf(TextNode text, Publication publication, int? hours)
    {
        if (!text.IsComplete)
        {
            var margin = (hours ?? 0) * Publication.Hour;
            var unbounded = hours is null || publication.Starts is null;
            KeepAll(ArticleRows.OfText(
                statements,
                text.No,
                unbounded ? long.MinValue : publication.Starts!.Value - margin,
                unbounded ? long.MaxValue : publication.Ends!.Value + margin));
        }

        return [.. text.Known];
    }

    public void AddEdge(TextNode first, TextNode second, TextEdge edge)
    {
        EdgesOf(first)[second.No] = edge;
        EdgesOf(second)[first.No] = edge.Reversed();
        _edges[(first.No, second.No)] = edge;
        _edges[(second.No, first.No)] = edge.Reversed();
    }

    public void RemoveEdge(TextNode first, TextNode second)
    {
        EdgesOf(first).Remove(second.No);
        EdgesOf(second).Remove(first.No);
        _edges[(first.No, second.No)] = _edges[(second.No, first.No)] = null;
    }

    /// <summary>Writes all that changed, and gives every changed assignment its version and cause.</summary>
    /// <returns>The articles with a new assignment.</returns>
    public List<ArticleNode> Save()
    {
        foreach (var text in _texts.Values.Where(text => text.IsChanged))
        {
            TextRows.Save(statements, text, state);
            if (text.IsNew)
            {
                // Not when it was made: the batch knows it by itself, and the filter would send the search for its copies to the store.
                directory.Add(text.Signature.Identity, text.No, text.Week);
            }
        }

        foreach (var week in _texts.Values.Where(text => text.CameOrWent).GroupBy(text => text.Week))
        {
            WeekRows.Touch(statements, week.Key, week.Max(text => text.Sequence));
        }

        foreach (var ((text, other), edge) in _edges)
        {
            if (edge is { } present)
            {
                EdgeRows.Save(statements, text, other, present);
            }
            else
            {
                EdgeRows.Delete(statements, text, other);
            }
        }

        var reassigned = new List<ArticleNode>();
        foreach (var article in _articles.Values)
        {
            if (article.Arrived || article.Place != article.Before)
            {
                article.Version = ++state.Version;
                if (article.Cause is { } cause)
                {
                    (article.CauseNo, article.CauseRevision) = (cause.No, cause.Revision);
                }

                article.IsChanged = true;
                reassigned.Add(article);
            }

            if (article.IsChanged)
            {
                ArticleRows.Save(statements, article);
            }

            if (article.IsNew)
            {
                directory.Add(article.Id, article.No);
            }
        }

        TextRows.Sweep(statements, state);
        return reassigned;
    }

    private TextNode? FindText(int no) =>
        _texts.TryGetValue(no, out var known) ? known
        : TextRows.Find(statements, no) is { } text ? Keep(text)
        : null;

    /// <summary>The texts of the same words that this batch knows, one a week.</summary>
    private List<TextNode> SameIn(TextIdentity identity)
    {
        foreach (var (no, _) in directory.TextsOf(statements, identity))
        {
            FindText(no);
        }

        return SameWords(identity).FindAll(other => other.Articles > 0);
    }

    private List<TextNode> SameWords(TextIdentity identity)
    {
        ref var texts = ref CollectionsMarshal.GetValueRefOrAddDefault(_byIdentity, identity, out _);
        return texts ??= [];
    }

    private TextNode Keep(TextNode text)
    {
        _texts.Add(text.No, text);
        SameWords(text.Signature.Identity).Add(text);
        return text;
    }

    private ArticleNode Keep(ArticleRow row)
    {
        if (_articles.TryGetValue(row.Article.No, out var known))
        {
            return known;
        }

        var article = row.Article;
        article.Before = article.Place;
        _articles.Add(article.No, article);
        _byId.Add(article.Id, article);
        if (row.TextNo is { } no)
        {
            article.Text = Text(no);
            article.Text.Known.Add(article);
        }

        return article;
    }

    private List<ArticleNode> KeepAll(List<ArticleRow> rows) => rows.ConvertAll(Keep);
}
