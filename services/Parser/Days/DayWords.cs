using System.Buffers;
using System.Collections.Frozen;

namespace Ingest.Parser.Days;

/// <summary>The words of one language that name days from the writer's own.</summary>
internal sealed class DayWords
{
    private readonly FrozenDictionary<string, int> _days;
    private readonly FrozenSet<string> _before;

    private DayWords(string weekdays, string near, string before, string next, string last, string future, string until, string every, string clause, bool needsWord = false, bool capitalNames = false)
    {
        // Weekdays are 0 (Sunday) to 6, near days 100 and their distance.
        var days = weekdays.Split(' ').SelectMany((names, day) => names.Split('/').Select(name => KeyValuePair.Create(name.Replace('_', ' '), day)))
            .Concat(near.Split(' ').Select(pair => pair.Split(':')).Select(pair => KeyValuePair.Create(pair[0].Replace('_', ' '), 100 + int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture))));
        _days = days.ToFrozenDictionary();
        Names = SearchValues.Create([.. _days.Keys], StringComparison.Ordinal);
        (_before, Next, Last, Future) = (Set(before), Set(next), Set(last), Set(future));
        (Until, Every, Clause) = (Set(until), Set(every), Set(clause));
        (NeedsWord, CapitalNames) = (needsWord, capitalNames);
    }

    /// <summary>To find them in a text at once.</summary>
    public SearchValues<string> Names { get; }

    public FrozenSet<string> Next { get; }

    public FrozenSet<string> Last { get; }

    /// <summary>Verbs of what is still to come.</summary>
    public FrozenSet<string> Future { get; }

    /// <summary>Words before a day up to which or from which something goes on.</summary>
    public FrozenSet<string> Until { get; }

    /// <summary>Words with which a weekday is a habit.</summary>
    public FrozenSet<string> Every { get; }

    /// <summary>Words that begin another clause.</summary>
    public FrozenSet<string> Clause { get; }

    /// <summary>Whether a weekday means a day only after a word such as "el".</summary>
    public bool NeedsWord { get; }

    /// <summary>Whether a capitalised word before a weekday makes a name of both ("Black Friday").</summary>
    public bool CapitalNames { get; }

    public static DayWords? Of(string? language) => language is null ? null : All.GetValueOrDefault(language);

    /// <summary>The longest day word at the start of a text; its length, or 0.</summary>
    public int Match(ReadOnlySpan<char> text, out int day)
    {
        var (length, found) = (0, 0);
        foreach (var (name, value) in _days)
        {
            if (name.Length > length && text.StartsWith(name, StringComparison.Ordinal) && (text.Length == name.Length || !char.IsLetter(text[name.Length])))
            {
                (length, found) = (name.Length, value);
            }
        }

        day = found;
        return length;
    }

    public bool IsPreposition(ReadOnlySpan<char> word) => Has(_before, word);

    public static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, DayWords> All = new Dictionary<string, DayWords>
    {
        ["en"] = new("Sunday Monday Tuesday Wednesday Thursday Friday Saturday", "today:0 Today:0 yesterday:-1 Yesterday:-1 tomorrow:1 Tomorrow:1 tonight:0",
            "on late early since", "next coming", "last past", "will shall going to be", "until till by from through", "every each most", "that which who said says told announced because and but when after before while", capitalNames: true),
        ["de"] = new("Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag/Sonnabend", "heute:0 Heute:0 gestern:-1 Gestern:-1 vorgestern:-2 Vorgestern:-2 morgen:1 übermorgen:2 Übermorgen:2",
            "am vom seit", "nächsten nächster kommenden kommender", "letzten vergangenen letzter vergangener vorigen", "wird werden soll sollen will wollen", "bis ab", "jeden jeder jedem", "dass weil und aber der die das wenn sagte teilte"),
        ["fr"] = new("dimanche/Dimanche lundi/Lundi mardi/Mardi mercredi/Mercredi jeudi/Jeudi vendredi/Vendredi samedi/Samedi", "aujourd'hui:0 aujourd’hui:0 Aujourd’hui:0 hier:-1 Hier:-1 avant-hier:-2 demain:1 Demain:1 après-demain:2",
            "ce depuis", "prochain", "dernier passé", "sera seront aura auront doit doivent va vont devrait devraient", "jusqu'à d'ici dès jusqu’à d’ici", "le les chaque tous", "que qui et mais a ont dit déclaré annoncé"),
        ["es"] = new("domingo lunes martes miércoles jueves viernes sábado", "hoy:0 Hoy:0 ayer:-1 Ayer:-1 anteayer:-2 mañana:1",
            "el El este desde", "próximo que_viene", "pasado", "será serán va van podrá deberá tendrá habrá comenzará empezará viajará celebrará", "hasta", "los cada todos", "que quien y pero dijo según", needsWord: true),
        ["it"] = new("domenica/Domenica lunedì/Lunedì martedì/Martedì mercoledì/Mercoledì giovedì/Giovedì venerdì/Venerdì sabato/Sabato", "oggi:0 Oggi:0 ieri:-1 Ieri:-1 domani:1 Domani:1 dopodomani:2",
            "di da nella questo questa", "prossimo prossima", "scorso scorsa", "sarà saranno dovrà dovranno potrà avrà inizierà andrà deve", "fino entro", "il la ogni tutti tutte", "che e ma ha detto secondo"),
        ["pt"] = new("domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado", "hoje:0 Hoje:0 ontem:-1 Ontem:-1 anteontem:-2 amanhã:1 Amanhã:1",
            "na no nesta neste desta deste última último próxima próximo Na No Nesta", "próxima próximo", "última último passada passado", "será serão vai vão deve devem deverá terá haverá", "até", "às aos cada todas todos", "que quem e mas disse segundo", needsWord: true),
        ["nl"] = new("zondag/Zondag maandag/Maandag dinsdag/Dinsdag woensdag/Woensdag donderdag/Donderdag vrijdag/Vrijdag zaterdag/Zaterdag", "vandaag:0 Vandaag:0 gisteren:-1 Gisteren:-1 eergisteren:-2 morgen:1 overmorgen:2",
            "op sinds", "volgende komende", "vorige afgelopen", "zal zullen gaat gaan moet wil", "tot vanaf", "elke iedere", "dat die en maar zei zegt meldde"),
        ["ru"] = new("воскресенье понедельник вторник среду четверг пятницу субботу", "сегодня:0 Сегодня:0 вчера:-1 Вчера:-1 позавчера:-2 завтра:1 Завтра:1 послезавтра:2",
            "в во В Во", "следующий следующую следующее", "прошлый прошлую прошлое", "будет будут состоится пройдет пройдёт начнется начнётся планирует", "до", "каждый каждую каждое", "что который которая и но заявил сообщил", needsWord: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
