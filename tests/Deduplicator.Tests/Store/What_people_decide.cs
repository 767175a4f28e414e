using Ingest.Deduplicator.Queries;
using Ingest.Deduplicator.Store;
using Ingest.Queries;

namespace Ingest.Deduplicator.Tests.Store;

public sealed class What_people_decide
{
    private static readonly Contracts.Article Early = News.Article("early", "Harbour reopens", News.Harbour, "2025-03-04T09:00");
    private static readonly Contracts.Article Late = News.Article("late", "Harbour open", News.Harbour + " Trains run again.", "2025-03-04T15:00");
    private static readonly Contracts.Article Brief = News.Article("brief", "Harbour", News.HarbourBrief, "2025-03-04T16:00");
    private static readonly Contracts.Article Other = News.Article("other", "Bank rate", Rate, "2025-03-05T09:00");
    private static readonly Contracts.Article OtherCopy = News.Article("other copy", "Bank rate kept", Rate + " Markets had expected that.", "2025-03-05T12:00");

    private const string Rate =
        "The central bank left its rate unchanged on Wednesday and said that prices rise less than it had feared in the autumn, while wages grow as before, so that there is no need to act until the summer at least, according to its governor.";

    [Fact]
    public async Task A_split_article_leaves_its_cluster_and_stays_out_when_all_is_made_again()
    {
        using var database = new TemporaryDatabase();
        var log = database.Decisions();
        await using (var store = await FilledAsync(database, log))
        {
            var decisions = new ClusterDecisions(log, QueriesOf(database));
            var made = await decisions.DecideAsync(new DecisionRequest(Late.ArticleId, null, DecisionVerdicts.Different, "editor"), Token);
            Assert.Equal(Early.ArticleId, made.Decision!.SecondId);
            var effects = await store.EffectsAsync((await log.UnannouncedAsync(Token))[0], Token);
            Assert.Contains(effects, assignment => assignment.ArticleId == Late.ArticleId && assignment.ClusterId == Late.ArticleId);
        }

        Assert.NotEqual(Early.ArticleId, await ClusterOfAsync(database, Late));
        using var again = new TemporaryDatabase();
        await using var rebuilt = await FilledAsync(again, log);
        Assert.Equal(Late.ArticleId, await ClusterOfAsync(again, Late));
        Assert.Equal(Early.ArticleId, await ClusterOfAsync(again, Early));
    }

    [Fact]
    public async Task Joined_clusters_are_one_with_all_members_and_former_identifiers_lead_there()
    {
        using var database = new TemporaryDatabase();
        var log = database.Decisions();
        await using var store = await FilledAsync(database, log);
        var decisions = new ClusterDecisions(log, QueriesOf(database));
        await decisions.DecideAsync(new DecisionRequest(OtherCopy.ArticleId, Brief.ArticleId, DecisionVerdicts.Same), Token);
        await store.OpenAsync(Token);

        var cluster = await QueriesOf(database).ClusterAsync(new ClusterKey(Other.ArticleId), Token);
        Assert.Equal(Early.ArticleId, cluster!.ClusterId);
        Assert.Equal(5, cluster.Members.Count);
        // Its own matched article stays the evidence of a member that came along.
        Assert.Equal(Other.ArticleId, cluster.Members.Single(member => member.ArticleId == OtherCopy.ArticleId).MatchedId);
    }

    [Fact]
    public async Task A_decision_that_is_taken_back_leaves_the_rules_alone()
    {
        using var database = new TemporaryDatabase();
        var log = database.Decisions();
        await using var store = await FilledAsync(database, log);
        await log.AddAsync(Early.ArticleId, Other.ArticleId, DecisionVerdicts.Same, "editor", Token);
        await log.AddAsync(Early.ArticleId, Other.ArticleId, DecisionVerdicts.Undecided, "editor", Token);
        await store.OpenAsync(Token);

        Assert.Equal(Other.ArticleId, await ClusterOfAsync(database, OtherCopy));
    }

    [Fact]
    public async Task A_decision_on_an_article_that_is_gone_can_be_taken_back()
    {
        using var database = new TemporaryDatabase();
        var log = database.Decisions();
        await using var store = await FilledAsync(database, log);
        await log.AddAsync(Late.ArticleId, "gone", DecisionVerdicts.Different, "editor", Token);
        var decisions = new ClusterDecisions(log, QueriesOf(database));

        Assert.Null((await decisions.DecideAsync(new DecisionRequest(Early.ArticleId, "gone", DecisionVerdicts.Undecided), Token)).Decision);
        Assert.NotNull((await decisions.DecideAsync(new DecisionRequest("gone", Late.ArticleId, DecisionVerdicts.Undecided), Token)).Decision);

        Assert.Empty((await decisions.ListAsync(new DecisionScan(), Token)).Standing());
    }

    [Fact]
    public async Task Decisions_about_some_articles_are_found_by_either_and_the_last_on_the_same_two_stands()
    {
        using var database = new TemporaryDatabase();
        var log = database.Decisions();
        await log.AddAsync("a", "b", DecisionVerdicts.Same, "editor", Token);
        await log.AddAsync("c", "d", DecisionVerdicts.Same, "editor", Token);
        await log.AddAsync("b", "a", DecisionVerdicts.Different, "editor", Token);
        var decisions = new ClusterDecisions(log, QueriesOf(database));

        var about = await decisions.ListAsync(new DecisionScan(Articles: ["x", "b"]), Token);

        Assert.Equal([1L, 3L], about.Decisions.Select(decision => decision.Number));
        Assert.Equal(DecisionVerdicts.Different, Assert.Single(about.Standing()).Verdict);
        Assert.Equal([3L, 2L], (await decisions.ListAsync(new DecisionScan(), Token)).Standing().Select(decision => decision.Number));
    }

    [Fact]
    public async Task What_makes_no_sense_is_answered_with_a_sentence()
    {
        using var database = new TemporaryDatabase();
        var log = database.Decisions();
        await using var store = await FilledAsync(database, log);
        var decisions = new ClusterDecisions(log, QueriesOf(database));

        foreach (var request in new[]
        {
            new DecisionRequest("nobody", null, DecisionVerdicts.Different),
            new DecisionRequest(Early.ArticleId, "nobody", DecisionVerdicts.Same),
            new DecisionRequest(Early.ArticleId, Late.ArticleId, DecisionVerdicts.Same),
            new DecisionRequest(Early.ArticleId, null, DecisionVerdicts.Different),
            new DecisionRequest(Early.ArticleId, null, "perhaps"),
        })
        {
            var result = await decisions.DecideAsync(request, Token);
            Assert.Null(result.Decision);
            Assert.NotNull(result.Mistake);
        }

        Assert.Empty((await decisions.ListAsync(new DecisionScan(), Token)).Decisions);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<ClusterStore> FilledAsync(TemporaryDatabase database, DecisionLog log)
    {
        var store = database.Store(decisions: log);
        foreach (var article in new[] { Late, Brief, OtherCopy, Early, Other })
        {
            await store.PlaceAsync(article);
        }

        return store;
    }

    private static ClusterQueries QueriesOf(TemporaryDatabase database) => new(database.Open(), new ArticleComparer(new DeduplicatorOptions()));

    private static async Task<string> ClusterOfAsync(TemporaryDatabase database, Contracts.Article article) =>
        (await QueriesOf(database).GetAsync(new ArticleKey(article.ArticleId), Token))!.ClusterId;
}
