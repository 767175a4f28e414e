using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Tests.Relating;

/// <summary>What is concluded from two texts laid beside each other.</summary>
public sealed class Places_where_two_texts_differ
{
    private const string Story =
        "The council of Lindholm voted on Thursday to rebuild the northern breakwater before autumn storms return, though engineers warned that granite must first be carried across two narrow bridges. "
        + "Fishermen welcomed the decision. Owners of summer cottages complained about lorries, dust and noise along their quiet lanes, and asked for barges instead. Deputy mayor Sand promised further talks, "
        + "adding that nobody had yet calculated what barges would cost. Opposition members left early, saying public money was being poured into water while schools wait for roofs, teachers and heating.";

    [Fact]
    public void Are_a_scans_when_words_look_like_each_other()
    {
        var laid = Lay(Story, Story.Replace("autumn", "autnmn", StringComparison.Ordinal).Replace("breakwater", "breakwafer", StringComparison.Ordinal)
            .Replace("engineers", "engiueers", StringComparison.Ordinal).Replace("cottages", "cottnges", StringComparison.Ordinal).Replace("promised", "pr0mised", StringComparison.Ordinal));

        Assert.Equal((5, 0), (laid.Places, laid.Unlike));
        Assert.True(laid.IsScan);
    }

    [Fact]
    public void Are_no_scans_when_other_words_stand_there()
    {
        var laid = Lay(Story, Story.Replace("council", "parliament", StringComparison.Ordinal).Replace("breakwater", "motorway", StringComparison.Ordinal)
            .Replace("Fishermen", "Bankers", StringComparison.Ordinal).Replace("granite", "mud", StringComparison.Ordinal).Replace("lorries", "smoke", StringComparison.Ordinal)
            .Replace("barges", "tunnel", StringComparison.Ordinal).Replace("mayor", "librarian", StringComparison.Ordinal));

        Assert.True(laid.Unlike >= 5, $"{laid.Unlike} of {laid.Places}");
        Assert.False(laid.IsScan);
    }

    [Fact]
    public void Speak_against_a_scan_more_when_the_word_comes_again_and_is_nowhere_in_the_other()
    {
        const string Once = " Then Adler spoke, and the others listened.";
        const string Again = " Then Adler spoke, and the others listened. Reporters who had waited outside asked Adler whether work might begin sooner.";

        var (once, again) = (Lay(Story + Once, Story + Once.Replace("Adler", "Fitzgerald", StringComparison.Ordinal)), Lay(Story + Again, Story + Again.Replace("Adler", "Fitzgerald", StringComparison.Ordinal)));

        // The second place alone would weigh as much as the first.
        Assert.True(again.Evidence - once.Evidence < once.Evidence - Lay(Story + Once, Story + Once).Evidence - 0.1, $"{once.Evidence}, {again.Evidence}");
    }

    [Fact]
    public void Speak_against_a_scan_less_when_the_other_text_has_the_word_elsewhere()
    {
        const string Words = " Then dust settled, and the others listened to the wind.";

        var (elsewhere, nowhere) = (Lay(Story + Words, Story + Words.Replace("dust", "fires", StringComparison.Ordinal)), Lay(Story + Words, Story + Words.Replace("wind", "fires", StringComparison.Ordinal)));

        Assert.True(elsewhere.Evidence > nowhere.Evidence, $"{elsewhere.Evidence}, {nowhere.Evidence}");
    }

    [Fact]
    public void Do_not_make_a_scan_of_a_list_in_which_a_third_of_the_numbers_are_others()
    {
        string List(int changed) => string.Join(' ', Enumerable.Range(0, 40).Select(i => $"{(char)('A' + (i % 26))}{(char)('a' + (i / 26))}corn {(i % 3 < changed ? 500 + i : 300 + i)} up {(i % 3 < changed ? 90 : 11) + i}"))
            + " Dealers at the exchange said trading was calm and volume thin before the holiday, said two of them";

        var laid = Lay(List(0), List(1).Replace("exchange", "exchauge", StringComparison.Ordinal).Replace("trading", "tradiug", StringComparison.Ordinal).Replace("holiday", "hol1day", StringComparison.Ordinal).Replace("volume", "volnme", StringComparison.Ordinal));

        Assert.Equal((4, 0), (laid.Places, laid.Unlike));
        Assert.True(laid.Evidence > 0, $"{laid.Evidence}");
        Assert.False(laid.IsScan);
    }

    [Fact]
    public void Are_not_looked_for_where_a_passage_is_missing()
    {
        var other = string.Join(' ', Enumerable.Range(0, 120).Select(i => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}other"));
        var misread = Story[..250].Replace("autumn", "autnmn", StringComparison.Ordinal).Replace("breakwater", "breakwafer", StringComparison.Ordinal).Replace("engineers", "engiueers", StringComparison.Ordinal).Replace("storms", "st0rms", StringComparison.Ordinal);

        var laid = Lay(Story, $"{misread} {other}");

        Assert.InRange(laid.Covered, 0.3, 0.599);
        Assert.True(laid is { Places: >= 4, Unlike: 0, Evidence: > 0 }, $"{laid}");
        Assert.False(laid.IsScan);
    }

    [Fact]
    public void Are_not_known_in_a_run_so_badly_misread_that_no_word_is_left_but_the_run_has_its_place()
    {
        var words = Story.Split(' ');
        var run = words[30..45].Select(word => new string([.. word.Reverse()])).ToArray();

        var (misread, missing) = (Lay(Story, string.Join(' ', [.. words[..30], .. run, .. words[45..]])), Lay(Story, string.Join(' ', [.. words[..30], .. words[45..]]) + " a line of its own at the end, and the words of another column"));

        Assert.Equal(1, misread.Covered, 0.001);
        Assert.True(missing.Covered < 0.95, $"{missing.Covered}");
    }

    private static ScanJudgement Lay(string first, string second)
    {
        var sketcher = new Sketcher(new DeduplicatorOptions());
        return ScanRule.Judge(sketcher.Of(News.Article("a", "One", first)).Text, sketcher.Of(News.Article("b", "Other", second)).Text);
    }
}
