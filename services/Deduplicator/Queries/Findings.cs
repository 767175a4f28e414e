using System.Globalization;
using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Queries;

/// <summary>Each rule that was asked about two articles as a sentence, with the figure and its threshold.</summary>
internal sealed class Findings(DeduplicatorOptions options, TextRules textRules, ArticleRules articleRules)
{
    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Of(
        Signature first, Signature second, TextEdge? edge, TextPair pair, TextVerdict verdict, SharedBlock block)
    {
        var isSame = edge is null;
        var (a, b) = (first.Text, second.Text);
        if (a.Kind == TextKind.Headline || b.Kind == TextKind.Headline)
        {
            Headlines(isSame, a.Kind == b.Kind);
            return _sentences;
        }

        if (isSame)
        {
            Say($"The texts are the same, word for word ({a.Words} words).");
        }
        else
        {
            Say($"The texts differ: {a.Words} and {b.Words} words.");
            Words(a, b, pair);
            Numbers(a, b, pair);
            Scan(a, b, ScanRule.Measure(a, b, pair), verdict);
            Quotation(verdict, block);
        }

        Dates(first, second, isSame);
        Titles(first, second, edge);
        Brief(verdict);
        return _sentences;
    }

    private void Headlines(bool isSame, bool areBoth) =>
        _sentences.Add(isSame ? "Neither has a body, and both have the same title on the same day."
            : areBoth ? "Neither has a body, so only the same title on the same day would make them one."
            : "One has no body: there is no text to compare.");

    private void Words(TextSignature a, TextSignature b, TextPair pair)
    {
        var needed = a.Kind == b.Kind ? options.Containment : TextRules.ShortContainment;
        var similar = pair.Jaccard >= options.NearSimilarity;
        var contained = pair.Containment >= needed;
        Say($"They share {pair.Jaccard:0.00} of their word triples; {options.NearSimilarity:0.00} is needed: {(similar ? "enough" : "too little")}.");
        Say($"Of the smaller {pair.Containment:0.00} stands in the larger; {needed:0.00} is needed where the first is too little: {(contained ? "enough" : "too little")}.");
    }

    private void Numbers(TextSignature a, TextSignature b, TextPair pair)
    {
        var agree = textRules.NumbersAgree(a, b, pair);
        if (a.Kind == TextKind.Full && b.Kind == TextKind.Full)
        {
            Say($"Of the numbers of the one with fewer {pair.Numbers:0.00} stand in the other; {options.NumberAgreement:0.00} is needed: {(agree ? "enough" : "too few")}.");
        }
        else
        {
            Say($"A text has fewer than {options.ShortWords} words, so all numbers must agree: they {(agree ? "do" : "do not")} ({pair.Numbers:0.00}).");
        }
    }

    private void Scan(TextSignature a, TextSignature b, TextPair pair, TextVerdict verdict)
    {
        var similar = textRules.AreSimilar(a, b, pair);
        if (similar && textRules.NumbersAgree(a, b, pair))
        {
            return;
        }

        if (ScanRule.LookMisread(a, b))
        {
            Say($"{(a.LooksMisread ? b.LooksMisread ? "Both look" : "The first looks" : "The second looks")} as if a scanner had misread some words.");
        }

        var (scans, left, needed) = (textRules.DifferAsScans(a, b, pair, out _), ScanRule.GramsLeft(a, b, pair.Grams), textRules.ScanSimilarityFor(a, b));
        Say($"Of the smaller one's seven-letter sequences {left:0.00} are in the other; {needed:0.00} is needed for a scan with misread letters: {(left >= needed ? "enough" : "too few")}.");
        if (left >= needed && !ScanRule.AreSpaceless(a, b))
        {
            Places(ScanRule.Judge(a, b), scans);
        }

        if (!scans && verdict.Merges())
        {
            _sentences.Add("They share so much that they are one story if their titles name the same.");
        }
    }

    private void Places(ScanJudgement laid, bool isScan)
    {
        Say($"Laid beside each other, {laid.Covered:0.00} of the smaller one's words have a place in the other; {ScanRule.Covered:0.00} is needed: {(laid.Covered >= ScanRule.Covered ? "enough" : "too little")}.");
        Say($"They differ at {laid.Places} places beside numbers; {laid.PlacesNeeded} are needed: {(laid.Places >= laid.PlacesNeeded ? "enough" : "too few")}. At {laid.Unlike} of them the words do not look like each other.");
        if (!laid.MostAgree)
        {
            _sentences.Add("At too many places stand words that do not look like each other, or other numbers.");
        }

        Say($"These places, names and numbers together say {laid.Evidence:0.00} for a scan; more than 0 is needed. {(isScan ? "It is one" : "It is none")}.");
        if (isScan && laid.IsBehind)
        {
            _sentences.Add("The smaller stands in the larger behind something else, as one story of a page, so their titles must name the same.");
        }
    }

    private void Quotation(TextVerdict verdict, SharedBlock block)
    {
        if (verdict == TextVerdict.Quotes)
        {
            Say($"What they share is one quotation of {block.Words} words, and little else: they are linked, not one story.");
        }
    }

    private void Dates(Signature first, Signature second, bool isSame)
    {
        var hours = articleRules.HoursFor(first.Text, second.Text, isSame);
        if (hours is null)
        {
            Say($"A text of {options.ExactWords} words or more that is the same word for word is a copy at any time.");
        }
        else if (Publication.HoursApart(first.Published, second.Published) is { } apart)
        {
            Say($"They were published {apart:0.0} hours apart; at most {hours} are allowed: {(apart <= hours ? "close enough" : "too far")}.");
        }
        else
        {
            _sentences.Add("A date is missing, so time says nothing against them.");
        }
    }

    private void Titles(Signature first, Signature second, TextEdge? edge)
    {
        var agree = articleRules.TitlesAgree(first, first.Text, second, second.Text, edge);
        if (ArticleRules.NeedsTitle(first.Text, second.Text))
        {
            Say($"A text has fewer than {options.ShortWords} words, so the titles must name the same: they {(agree ? "do" : "do not")}.");
        }
        else if (!agree)
        {
            _sentences.Add(edge!.Value.Verdict.IsInside() ? "One stands in the other behind something else, as in a column of several stories, and the titles do not name the same."
                : articleRules.IsWeak(edge.Value)
                ? "The texts match weakly, and the titles do not name the same."
                : "The titles are of one pattern and name different subjects, neither of which the other article has.");
        }

        if (first.Headline.IsVersion || second.Headline.IsVersion)
        {
            Say($"The title of the {(second.Headline.IsVersion ? "second" : "first")} says that it corrects or updates an earlier article.");
        }
    }

    private void Brief(TextVerdict verdict)
    {
        if (verdict is TextVerdict.FirstIsBrief or TextVerdict.SecondIsBrief)
        {
            Say($"The {(verdict == TextVerdict.FirstIsBrief ? "first" : "second")} is a brief of the other: at most {options.BriefLength:0.00} of its length.");
        }
    }

    private void Say(FormattableString sentence) => _sentences.Add(sentence.ToString(CultureInfo.InvariantCulture));
}
