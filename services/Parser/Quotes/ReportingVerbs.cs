using System.Collections.Frozen;

namespace Ingest.Parser.Quotes;

/// <summary>Verbs that introduce what somebody said, in the forms that news uses, and the words around them.</summary>
internal static class ReportingVerbs
{
    private static readonly FrozenSet<string> Verbs = Set(
        // English
        "said says told tells added adds explained explains announced stated noted warned warns wrote writes argued argues insisted insists recalled replied responded answered declared " +
        "admitted acknowledged conceded stressed emphasised emphasized claimed claims commented concluded remarked tweeted posted testified vowed joked asked asks continued continues called calls described branded labelled labeled dubbed " +
        // German
        "sagte sagt erklärte erklärt betonte betont teilte meinte meint schrieb schreibt kündigte forderte warnte kritisierte ergänzte fügte berichtete antwortete nannte bezeichnete räumte äußerte versicherte mahnte gesagt erklärt betont gewarnt gefordert " +
        // French
        "dit déclaré affirmé expliqué ajouté indiqué précisé souligné annoncé estimé assuré raconté rappelé confié lancé martelé insisté regretté dénoncé écrit répondu reconnu commenté tweeté déclare affirme explique ajoute indique précise souligne annonce estime assure raconte rappelle confie lance insiste regrette dénonce écrit répond poursuit conclut résume " +
        // Spanish
        "dijo declaró afirmó explicó añadió agregó señaló indicó aseguró anunció subrayó destacó manifestó sostuvo advirtió escribió respondió comentó aseveró dicho declarado afirmado explicado añadido señalado asegurado anunciado dice afirma explica añade señala asegura sostiene advierte " +
        // Italian
        "detto dichiarato affermato spiegato aggiunto sottolineato annunciato scritto ribadito commentato risposto ricordato precisato disse dichiarò affermò spiegò aggiunse dice afferma spiega aggiunge sottolinea commenta ribadisce " +
        // Portuguese
        "disse declarou afirmou explicou acrescentou adiantou garantiu sublinhou anunciou escreveu respondeu comentou destacou ressaltou avaliou criticou contou alertou afirma explica acrescenta garante diz " +
        // Dutch
        "zei zegt verklaarde verklaart vertelde vertelt schreef schrijft meldde meldt benadrukte benadrukt waarschuwde waarschuwt reageerde reageert stelde stelt voegde gezegd verteld " +
        // Russian
        "сказал сказала заявил заявила сообщил сообщила отметил отметила подчеркнул подчеркнула добавил добавила рассказал рассказала объяснил объяснила пояснил пояснила написал написала ответил ответила говорит считает уточнил уточнила");

    private static readonly FrozenSet<string> Auxiliaries = Set("has have had hat haben hatte a ont avait ha han había ho hanno aveva tem heeft had");

    private static readonly FrozenSet<string> Participles = Set("calling describing labelling labeling branding dubbing terming saying adding insisting warning arguing stating telling writing claiming");

    private static readonly FrozenSet<string> Sources = Set("laut selon según secondo segundo volgens aldus gemäß");

    private static readonly FrozenDictionary<string, char> Pronouns = new Dictionary<string, char>
    {
        ["he"] = 'm', ["she"] = 'f', ["er"] = 'm', ["il"] = 'm', ["elle"] = 'f', ["él"] = 'm', ["ella"] = 'f', ["lui"] = 'm', ["lei"] = 'f', ["ele"] = 'm', ["ela"] = 'f',
        ["hij"] = 'm', ["zij"] = 'f', ["ze"] = 'f', ["он"] = 'm', ["она"] = 'f', ["sie"] = 'f',
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool Is(ReadOnlySpan<char> word) => word.Length is >= 3 and <= 14 && Verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>"calling", "describing": what hangs on the sentence's subject by a comma.</summary>
    public static bool IsParticiple(ReadOnlySpan<char> word) => Participles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static bool IsAuxiliary(ReadOnlySpan<char> word) => Auxiliaries.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>"laut", "selon": the name of the one who said it follows.</summary>
    public static bool IsSource(ReadOnlySpan<char> word) => Sources.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>m or f of a pronoun that stands for one person; null of other words.</summary>
    public static char? Pronoun(ReadOnlySpan<char> word) => Pronouns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var gender) ? gender : null;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
