using System.Collections.Frozen;

namespace Ingest.Parser.Text;

/// <summary>The letters beyond A to Z that news in a language of Latin script has, names of the neighbours included.</summary>
internal static class LatinLetters
{
    private static readonly FrozenDictionary<string, string> Alphabets = new Dictionary<string, string>
    {
        ["en"] = "éèêëáàâäñóôöíïúüçøæœåã", ["de"] = "äöüßéèáàâêçñóôëï", ["fr"] = "éèêëàâîïôûùçœæÿüöä", ["es"] = "áéíóúñüçàèªº", ["it"] = "àèéìòùíóîªº",
        ["pt"] = "áâãàçéêíóôõúüªº", ["nl"] = "éëïöüèêáóäçíú", ["sv"] = "åäöéüàèø", ["da"] = "æøåéäöüè", ["no"] = "æøåéäöòôèü", ["fi"] = "äöåéüšž",
        ["pl"] = "ąćęłńóśźżéöü", ["cs"] = "áčďéěíňóřšťúůýžöü", ["sk"] = "áäčďéíĺľňóôŕšťúýžěöü", ["sl"] = "čšžćđ", ["hr"] = "čćđšž", ["hu"] = "áéíóöőúüű",
        ["ro"] = "ăâîșțşţ", ["tr"] = "çğıöşüiâîû", ["et"] = "äöõüšž", ["lt"] = "ąčęėįšųūž", ["lv"] = "āčēģīķļņšūž", ["ca"] = "àçèéíïòóúü·ñ", ["vi"] = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ\u0300\u0301\u0303\u0309\u0323",
        ["id"] = "é",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>In lower case; null of a language that is not in Latin script.</summary>
    public static string? Of(string language) => Alphabets.GetValueOrDefault(language);
}
