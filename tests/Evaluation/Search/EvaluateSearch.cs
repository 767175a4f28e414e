using System.CommandLine;

namespace Ingest.Evaluation.Search;

/// <summary>
/// <c>search FOLDER</c>: ranks a collection's queries through <c>ingest import</c> and <c>ingest search</c>, and beside it with Lucene.NET's
/// BM25 and English analyser.
/// </summary>
internal static class EvaluateSearch
{
    private const int Depth = 1000;

    public static Command Command()
    {
        var folders = new Argument<DirectoryInfo[]>("folder") { Description = "Holds corpus.jsonl, queries.tsv and qrels.tsv.", Arity = ArgumentArity.OneOrMore };
        var list = new Option<bool>("--list") { Description = "Print each query's scores too." };
        var command = new Command("search", "Scores search by relevance judgements.") { folders.AcceptExistingOnly(), list };
        command.SetAction(async parsed =>
        {
            var worse = 0;
            foreach (var folder in parsed.GetRequiredValue(folders))
            {
                worse += await RunAsync(folder, parsed.GetValue(list)) ? 0 : 1;
            }

            return worse;
        });
        return command;
    }

    /// <summary>True when neither figure is below Lucene's.</summary>
    private static async Task<bool> RunAsync(DirectoryInfo folder, bool list)
    {
        var collection = SearchCollection.Read(folder.FullName);
        var reference = LuceneRanking.Of(collection, Depth);
        var own = await IngestRanking.OfAsync(collection, folder.FullName, Depth);
        foreach (var (id, text) in list ? collection.Queries : [])
        {
            var (ours, theirs) = (RankingScore.Of(own[id], collection.Gains[id]), RankingScore.Of(reference[id], collection.Gains[id]));
            Console.WriteLine(FormattableString.Invariant($"  {id}: nDCG@10 {ours.Ndcg:0.000} ({theirs.Ndcg:0.000}), AP {ours.Map:0.000} ({theirs.Map:0.000}), {own[id].Count} hits: {text}"));
        }

        var (score, bar) = (RankingScore.Of(collection, own), RankingScore.Of(collection, reference));
        Console.WriteLine(FormattableString.Invariant($"{folder.Name}: {collection.Documents.Count} documents, {collection.Queries.Count} queries"));
        Console.WriteLine(FormattableString.Invariant($"  ingest search             nDCG@10 {score.Ndcg:0.0000}   MAP {score.Map:0.0000}"));
        Console.WriteLine(FormattableString.Invariant($"  Lucene.NET BM25, English  nDCG@10 {bar.Ndcg:0.0000}   MAP {bar.Map:0.0000}"));
        return score.Ndcg >= bar.Ndcg && score.Map >= bar.Map;
    }
}
