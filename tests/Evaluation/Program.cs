using System.CommandLine;
using Ingest.Evaluation.Agency;
using Ingest.Evaluation.Dedup;
using Ingest.Evaluation.Feeds;
using Ingest.Evaluation.Html;
using Ingest.Evaluation.Reuters;
using Ingest.Evaluation.Search;
using Ingest.Evaluation.Texts;
using Ingest.Evaluation.WebArchives;

// One file a subcommand; the data sets are named on the command line and never part of the repository.
var root = new RootCommand("Prepares labelled data and scores Ingest against it.")
{
    ReutersToText.Command(), FeedExpectations.Command(), AgencyTexts.Command(), EvaluateHtml.Command(), EvaluateWarc.Command(),
    EvaluateEncodings.Command(), EvaluateLanguage.Command(), PlainTextRate.Command(), EvaluateSearch.Command(), EvaluateDedup.Command(), EvaluateCopies.Command(), EvaluateOrders.Command(),
};
return await root.Parse(args).InvokeAsync();
