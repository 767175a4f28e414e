using System.Collections.Frozen;

namespace Ingest.Parser.Quotes;

/// <summary>Words that stand with names without being part of them, and capitalised words that are no names.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms miss dr prof professor sir dame lady lord president vice prime minister chancellor secretary senator sen rep representative congressman congresswoman gov governor mayor judge justice " +
        "general gen col colonel capt captain lt sgt sergeant major chief officer director chairman chairwoman chair ceo king queen prince princess pope bishop archbishop cardinal rev reverend father sister " +
        "defense defence foreign interior finance health home state attorney deputy inspector detective spokesman spokeswoman spokesperson coach republican democrat democratic ambassador commissioner premier speaker sheriff " +
        "herr frau m mme mlle mm monsieur madame maître président présidente ministre premier sr sra srta don doña señor señora presidente presidenta ministro ministra sig signor signora dott dottor onorevole " +
        "dom doutor senhor senhora dhr mevrouw meneer staatssecretaris burgemeester trainer kanzlerin kanzler minister ministerin präsident präsidentin");

    private static readonly string[] GermanRoles =
        ["sprecher", "sprecherin", "minister", "ministerin", "präsident", "präsidentin", "chef", "chefin", "kanzler", "kanzlerin", "meister", "meisterin", "leiter", "leiterin", "direktor", "direktorin", "vorsitzende", "vorsitzender", "experte", "expertin", "anwalt", "anwältin", "trainer", "rat", "rätin", "professor", "professorin", "forscher", "forscherin"];

    private static readonly FrozenSet<string> Particles = Set("de da do dos das del della di van von der den ten ter bin ibn al el la le du des y zu zum zur");

    private static readonly FrozenSet<string> Prepositions = Set(
        "for of from in at with to and by about on or as into over under against near than via für von aus in im bei mit und an auf zu als nach pour de du des à et avec par dans para con y en por per e do da no na com voor van bij met aan op из от для и с на в о об при");

    private static readonly FrozenSet<string> NoNames = Set(
        "the a an he she it they we i you his her their our this that these those but and or so if when while after before in on at as for with by to from there here what who how why yes no not now then still later also meanwhile however police officials authorities people residents experts critics others many some most all both one two three " +
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
        "der die das ein eine er sie es wir ich man aber und oder so wenn als nach vor in im am an auf mit für von zu dort hier auch dann doch noch nun experten behörden polizei montag dienstag mittwoch donnerstag freitag samstag sonntag " +
        "le la les un une il elle ils on ce cette et mais ou si quand après avant dans à au pour avec lundi el los las una pero según lunes il lo gli ma o os uma het een de en maar hij zij " +
        "он она они это но и в на по при как мы я");

    public static bool IsTitle(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        if (Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            return true;
        }

        foreach (var role in GermanRoles)
        {
            if (word.Length > role.Length - 1 && word.EndsWith(role, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Small words within names: <c>Ursula von der Leyen</c>.</summary>
    public static bool IsParticle(ReadOnlySpan<char> word) => Particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Words behind which a name is not who acts: <c>a spokesman for Acme said</c>.</summary>
    public static bool IsPreposition(ReadOnlySpan<char> word) => Prepositions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static bool IsNoName(ReadOnlySpan<char> word) => NoNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
