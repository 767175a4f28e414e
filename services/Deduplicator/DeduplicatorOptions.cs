using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Ingest.Deduplicator;

/// <summary>
/// When two articles are one story. The clusters of a store are a function of its articles and of these figures, so a store keeps
/// their <see cref="Fingerprint"/> and works with no others.
/// </summary>
public sealed class DeduplicatorOptions
{
    /// <summary>Where it is configured.</summary>
    public const string Section = "Ingest:Deduplicator";

    /// <summary>Counts the changes of the comparison itself: tokens, shingles, sketches, rules.</summary>
    private const int Algorithm = 8;

    /// <summary>Jaccard similarity of word 3-shingles from which two texts are nearly the same.</summary>
    [Range(0.1, 1.0, ErrorMessage = "Ingest:Deduplicator:NearSimilarity must lie between 0.1 and 1.")]
    public double NearSimilarity { get; set; } = 0.4;

    /// <summary>Share of the smaller text in the larger from which it is contained in it.</summary>
    [Range(0.1, 1.0, ErrorMessage = "Ingest:Deduplicator:Containment must lie between 0.1 and 1.")]
    public double Containment { get; set; } = 0.6;

    /// <summary>Share of the numbers of the text with fewer that must stand in the other.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Ingest:Deduplicator:NumberAgreement must lie between 0 and 1.")]
    public double NumberAgreement { get; set; } = 0.7;

    /// <summary>Hours that two dated articles may lie apart.</summary>
    [Range(1, 24 * 365, ErrorMessage = "Ingest:Deduplicator:HoursApart must be 1 to 8,760.")]
    public int HoursApart { get; set; } = 72;

    /// <summary>Words below which a body proves little, so that title, numbers and date must agree as well.</summary>
    [Range(4, 200, ErrorMessage = "Ingest:Deduplicator:ShortWords must be 4 to 200.")]
    public int ShortWords { get; set; } = 30;

    /// <summary>Hours that two dated articles may lie apart when one of them is short.</summary>
    [Range(1, 24 * 365, ErrorMessage = "Ingest:Deduplicator:ShortHoursApart must be 1 to 8,760.")]
    public int ShortHoursApart { get; set; } = 24;

    /// <summary>Words from which a text that is the same word for word is a copy whenever it was published.</summary>
    [Range(1, 100_000, ErrorMessage = "Ingest:Deduplicator:ExactWords must be 1 to 100,000.")]
    public int ExactWords { get; set; } = 100;

    /// <summary>
    /// Share of the smaller text's seven-letter sequences in the other from which it is looked at whether they differ by a scanner's errors; 1
    /// looks at none.
    /// </summary>
    [Range(0.1, 1.0, ErrorMessage = "Ingest:Deduplicator:ScanSimilarity must lie between 0.1 and 1.")]
    public double ScanSimilarity { get; set; } = 0.3;

    /// <summary>Length, as a share of the other's, up to which a contained text is a brief and never canonical beside it.</summary>
    [Range(0.1, 0.95, ErrorMessage = "Ingest:Deduplicator:BriefLength must lie between 0.1 and 0.95.")]
    public double BriefLength { get; set; } = 0.6;

    /// <summary>
    /// Texts that may share one band of their sketches. A band with more is left out altogether: it is boilerplate, and its pairs
    /// would grow with the square. A rule on the set of texts, so the order of arrival has no say in it.
    /// </summary>
    [Range(2, 10_000, ErrorMessage = "Ingest:Deduplicator:BucketLimit must be 2 to 10,000.")]
    public int BucketLimit { get; set; } = 500;

    /// <summary>Texts whose keys are kept in memory, about 1,000 bytes each; those of the weeks longest unused are written to files beyond it.</summary>
    [Range(100, 10_000_000, ErrorMessage = "Ingest:Deduplicator:HotTexts must be 100 to 10,000,000.")]
    public int HotTexts { get; set; } = 300_000;

    /// <summary>Words of a text that are compared; what follows counts only for being exactly the same.</summary>
    [Range(100, 1_000_000, ErrorMessage = "Ingest:Deduplicator:MaxWords must be 100 to 1,000,000.")]
    public int MaxWords { get; set; } = 20_000;

    /// <summary>
    /// News agencies in the order of their rank, with semicolons between them. Of the copies of a story, one whose publication is an agency is
    /// canonical rather than a paper's.
    /// </summary>
    public string Agencies { get; set; } =
        "Reuters; Associated Press; AP; Agence France-Presse; AFP; dpa; EFE; ANSA; Kyodo; Jiji; Yonhap; Xinhua; TASS; Interfax; PTI; Press Trust of India; "
        + "UPI; Bloomberg; Dow Jones Newswires; PA Media; Canadian Press; AAP; APA; Keystone-SDA; Belga; ANP; Ritzau; NTB; STT; PAP; Lusa; Anadolu; Bernama; Antara";

    /// <summary>Hours beyond which no two dated articles are compared, unless their words are the same.</summary>
    internal int MostHours => Math.Max(HoursApart, ShortHoursApart);

    /// <summary>All that decides, in one line.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"{Algorithm};near {NearSimilarity};containment {Containment};numbers {NumberAgreement};hours {HoursApart};short {ShortWords};short hours {ShortHoursApart};exact {ExactWords};scan {ScanSimilarity};brief {BriefLength};bucket {BucketLimit};words {MaxWords};agencies {Agencies}");
}
