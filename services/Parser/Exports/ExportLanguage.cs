using System.Collections.Frozen;
using Ingest.Parser.Language;

namespace Ingest.Parser.Exports;

/// <summary>Languages by their names in the languages of user interfaces: <c>Englisch</c>, <c>英文</c>, <c>GERMAN; DEUTSCH</c>.</summary>
internal static class ExportLanguage
{
    private static readonly FrozenDictionary<string, string> Names = new[]
    {
        "en englisch anglais inglés inglese inglês engels engelska английский 英文 英语 英語 영어 angielski ingilizce",
        "de deutsch allemand alemán tedesco alemão duits tyska немецкий 德文 德语 ドイツ語 독일어 niemiecki almanca",
        "fr französisch français francés francese francês frans franska французский 法文 法语 フランス語 프랑스어 francuski fransızca",
        "es spanisch espagnol español spagnolo espanhol spaans spanska испанский 西班牙文 西班牙语 スペイン語 스페인어 hiszpański ispanyolca castellano",
        "it italienisch italien italiano italiaans italienska итальянский 意大利文 意大利语 イタリア語 이탈리아어 włoski italyanca",
        "pt portugiesisch portugais portugués portoghese português portugees portugisiska португальский 葡萄牙文 葡萄牙语 ポルトガル語 포르투갈어 portugalski portekizce",
        "nl niederländisch néerlandais neerlandés holandés olandese holandês nederlands nederländska голландский нидерландский 荷兰文 荷兰语 オランダ語 네덜란드어",
        "ru russisch russe ruso russo russisch ryska русский 俄文 俄语 ロシア語 러시아어 rosyjski rusça",
        "zh chinesisch chinois chino cinese chinês chinees kinesiska китайский 中文 简体中文 繁體中文 中国語 중국어 chiński çince",
        "ja japanisch japonais japonés giapponese japonês japans японский 日文 日语 日本語 일본어 japoński",
        "ko koreanisch coréen coreano koreaans корейский 韩文 韓語 韓国語 한국어 koreański",
        "ar arabisch arabe árabe arabo arabiska арабский 阿拉伯文 アラビア語 العربية arabski",
        "tr türkisch turc turco turks турецкий 土耳其文 トルコ語 türkçe turecki",
        "pl polnisch polonais polaco polacco pools польский 波兰文 ポーランド語 polski",
        "sv schwedisch suédois sueco svedese zweeds шведский 瑞典文 スウェーデン語 svenska",
        "da dänisch danois danés danese deens датский 丹麦文 dansk",
        "no norwegisch norvégien noruego norvegese noors норвежский 挪威文 norsk",
        "fi finnisch finnois finlandés finlandese fins финский 芬兰文 suomi",
        "cs tschechisch tchèque checo ceco tsjechisch чешский 捷克文 čeština",
        "hu ungarisch hongrois húngaro ungherese hongaars венгерский 匈牙利文 magyar",
        "uk ukrainisch ukrainien ucraniano ucraino украинский українська 乌克兰文",
    }.SelectMany(line => line.Split(' ') is [var code, .. var names] ? names.Select(name => KeyValuePair.Create(name, code)) : [])
        .DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>ISO 639-1, or null when the value names no language.</summary>
    public static string? Of(string? value)
    {
        var name = (value ?? "").Split([';', ',', '/', '('], 2)[0].Trim();
        return name.Length is < 2 or > 24 || name.Any(char.IsDigit) ? null : Names.GetValueOrDefault(name) ?? (name.Length > 3 ? LanguageCode.Of(name) : null);
    }

    /// <summary>The code that a field named as the language states.</summary>
    public static string? OfField(string? value) => Of(value) ?? LanguageCode.Of(value);
}
