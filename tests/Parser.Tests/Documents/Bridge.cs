namespace Ingest.Parser.Tests.Documents;

/// <summary>Invented news for the documents of these tests; soft hyphens are where a typesetter may divide a word.</summary>
internal static class Bridge
{
    public const string Title = "Eastmere Council Approves Bridge Over the River";

    public static readonly string[] Divisible =
    [
        "The coun\u00ADcil of East\u00ADmere met on Tues\u00ADday eve\u00ADning and de\u00ADcided, af\u00ADter a de\u00ADbate of four hours, to build a bridge over the ri\u00ADver. It will be 340 me\u00ADtres long and open in three years, said the may\u00ADor, who had fought for it since her elec\u00ADtion.",
        "Re\u00ADsi\u00ADdents of the old town fear noise and traf\u00ADfic; a group of them wants to go to court against the de\u00ADci\u00ADsion. Their spokes\u00ADman, a re\u00ADtired en\u00ADgi\u00ADneer, called the es\u00ADti\u00ADmate of costs an in\u00ADven\u00ADtion.",
        "The re\u00ADgio\u00ADnal go\u00ADvern\u00ADment pays two thirds of the con\u00ADstruc\u00ADtion. Whe\u00ADther the fe\u00ADde\u00ADral pro\u00ADgramme for in\u00ADfra\u00ADstruc\u00ADture con\u00ADtri\u00ADbutes any\u00ADthing is un\u00ADcer\u00ADtain, be\u00ADcause the ap\u00ADpli\u00ADca\u00ADtion has been ly\u00ADing in the mi\u00ADnis\u00ADtry for more than a year.",
        "Work is to be\u00ADgin next spring with the foun\u00ADda\u00ADtions. Ac\u00ADcord\u00ADing to the time\u00ADtable of the plan\u00ADning of\u00ADfice the first piers should be stand\u00ADing by the fol\u00ADlow\u00ADing au\u00ADtumn.",
    ];

    public static readonly string[] Paragraphs = [.. Divisible.Select(paragraph => paragraph.Replace("\u00AD", "", StringComparison.Ordinal))];

    public static readonly string Body = string.Join("\n\n", Paragraphs);

    public static readonly string[] Rescue =
    [
        "A fishing boat with six people on board sank off the northern coast during the night. All of them were rescued by the lifeboat from Kelling, which reached the place half an hour after the first signal.",
        "The captain reported that a wave had broken the window of the wheelhouse. Within minutes the engine room was flooded and the pumps failed, so that he gave the order to leave the vessel.",
    ];
}
