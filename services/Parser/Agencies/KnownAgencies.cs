using System.Collections.Frozen;

namespace Ingest.Parser.Agencies;

/// <summary>News agencies by the names that bylines, datelines and sign-offs give them, and outlets whose names follow an author's.</summary>
internal static class KnownAgencies
{
    private static readonly FrozenDictionary<string, string> Names = new (string Canonical, string[] Names)[]
    {
        ("Reuters", ["Reuters", "Reuter", "Thomson Reuters", "Reuters News Agency"]),
        ("AP", ["AP", "Associated Press", "The Associated Press", "The AP"]),
        ("AFP", ["AFP", "Agence France-Presse", "Agence France Presse"]),
        ("dpa", ["dpa", "Deutsche Presse-Agentur"]), ("epd", ["epd"]), ("KNA", ["KNA"]), ("SID", ["SID"]),
        ("Xinhua", ["Xinhua", "Xinhua News Agency", "新华社"]), ("CNS", ["China News Service"]),
        ("TASS", ["TASS", "ITAR-TASS", "Tass", "ТАСС"]), ("Interfax", ["Interfax", "Интерфакс"]),
        ("RIA Novosti", ["RIA Novosti", "RIA", "РИА Новости"]), ("Sputnik", ["Sputnik"]),
        ("IRNA", ["IRNA"]), ("ISNA", ["ISNA"]), ("MNA", ["MNA", "Mehr News Agency", "Mehr"]), ("Tasnim", ["Tasnim", "Tasnim News Agency"]),
        ("Fars", ["Fars", "FNA", "Fars News Agency"]), ("ANSA", ["ANSA"]), ("AGI", ["AGI"]), ("Adnkronos", ["Adnkronos"]),
        ("EFE", ["EFE", "Agencia EFE"]), ("Europa Press", ["Europa Press"]), ("PA", ["PA", "Press Association", "PA Media"]),
        ("UPI", ["UPI", "United Press International"]), ("Kyodo", ["Kyodo", "Kyodo News"]), ("Jiji", ["Jiji", "Jiji Press"]),
        ("Yonhap", ["Yonhap", "Yonhap News Agency"]), ("KCNA", ["KCNA"]), ("Anadolu", ["Anadolu", "Anadolu Agency", "AA"]),
        ("Bloomberg", ["Bloomberg", "Bloomberg News"]), ("Dow Jones", ["Dow Jones", "Dow Jones Newswires"]),
        ("PTI", ["PTI", "Press Trust of India"]), ("ANI", ["ANI"]), ("IANS", ["IANS"]), ("APP", ["APP"]), ("UNI", ["UNI"]),
        ("WAM", ["WAM"]), ("SPA", ["SPA"]), ("MENA", ["MENA"]), ("SANA", ["SANA"]), ("WAFA", ["WAFA"]), ("QNA", ["QNA"]), ("Petra", ["Petra"]),
        ("Bernama", ["Bernama"]), ("Antara", ["Antara"]), ("VNA", ["VNA"]), ("AAP", ["AAP"]), ("CP", ["The Canadian Press", "Canadian Press"]),
        ("Belga", ["Belga"]), ("ANP", ["ANP"]), ("APA", ["APA"]), ("Keystone-SDA", ["Keystone-SDA", "SDA", "ATS"]),
        ("Ritzau", ["Ritzau"]), ("TT", ["TT"]), ("NTB", ["NTB"]), ("STT", ["STT"]), ("PAP", ["PAP"]), ("CTK", ["CTK", "ČTK"]), ("MTI", ["MTI"]),
        ("Lusa", ["Lusa", "LUSA"]), ("Ukrinform", ["Ukrinform", "Укринформ"]), ("Tanjug", ["Tanjug"]), ("HINA", ["HINA", "Hina"]),
    }.SelectMany(agency => agency.Names.Select(name => KeyValuePair.Create(name, agency.Canonical))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Shouted = Names
        .Where(pair => pair.Key.Length > 3).DistinctBy(pair => pair.Key.ToUpperInvariant())
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Outlets = new[]
    {
        "CNN", "BBC", "BBC News", "NBC News", "ABC News", "CBS News", "Fox News", "NPR", "The Guardian", "Guardian", "The New York Times",
        "New York Times", "The Washington Post", "Washington Post", "Wall Street Journal", "The Wall Street Journal", "USA Today", "USA TODAY",
        "Los Angeles Times", "Politico", "POLITICO", "Axios", "Al Jazeera", "CNBC", "Financial Times", "The Times", "Daily Mail", "RT",
        "Press TV", "Deutsche Welle", "DW", "Euronews", "France 24", "Sky News", "The Independent", "The Telegraph",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The agency's usual short name, or null. Abbreviations must be written as they are; names may be in capitals.</summary>
    public static string? Find(ReadOnlySpan<char> name) =>
        Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var exact) ? exact
        : Shouted.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var shouted) ? shouted
        : null;

    /// <summary>Whether it names a publication, as in <c>By Jane Doe, CNN</c>.</summary>
    public static bool IsOutlet(ReadOnlySpan<char> name) => Outlets.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
