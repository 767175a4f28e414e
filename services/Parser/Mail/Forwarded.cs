using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ingest.Parser.Dates;
using MimeKit;

namespace Ingest.Parser.Mail;

/// <summary>
/// A message that was forwarded within another one's text, behind the fields that mail programs write above it in the user's language: the news is
/// that message, and not the note above it.
/// </summary>
/// <param name="Before">What the one who forwards it wrote above.</param>
/// <param name="From">Its sender as written.</param>
/// <param name="Date">Its date as written.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text.</param>
internal sealed partial record Forwarded(string Before, string From, string? Date, string Subject, string Text)
{
    private const int MostFields = 10, LongestLine = 400, LongestNote = 240;

    private enum Field
    {
        From, Date, Subject, Other,
    }

    private static readonly FrozenDictionary<string, Field> Labels = new (Field Field, string[] Labels)[]
    {
        (Field.From, ["From", "Von", "De", "Da", "Van", "Från", "Fra", "Od", "Lähettäjä", "Kimden", "От", "Від", "发件人", "寄件者", "差出人", "보낸 사람"]),
        (Field.Date, ["Sent", "Date", "Gesendet", "Datum", "Envoyé", "Date", "Enviado el", "Enviado", "Fecha", "Inviato", "Data", "Verzonden", "Skickat", "Sendt", "Wysłano", "Lähetetty", "Отправлено", "Дата", "发送时间", "寄件日期", "送信日時", "日付"]),
        (Field.Subject, ["Subject", "Betreff", "Objet", "Asunto", "Oggetto", "Assunto", "Onderwerp", "Ämne", "Emne", "Temat", "Aihe", "Konu", "Тема", "主题", "主旨", "件名", "제목"]),
        (Field.Other, ["To", "Cc", "Bcc", "Reply-To", "An", "Kopie", "À", "A", "Para", "CC", "Aan", "Till", "Til", "Do", "Кому", "Копия", "收件人", "抄送", "宛先", "Importance", "Wichtigkeit", "Attachments", "Anlagen", "Resent-From"]),
    }.SelectMany(row => row.Labels.Select(label => KeyValuePair.Create(label, row.Field))).DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>When it was sent, as far as the fields say it.</summary>
    public FoundDate? Sent => MachineDate.Read(Date) ?? (Date is null ? null : DateReader.Read(Date.Replace(" at ", " ", StringComparison.Ordinal).Replace(" um ", " ", StringComparison.Ordinal).Replace(" à ", " ", StringComparison.Ordinal)));

    /// <summary>The name and address of its sender.</summary>
    public MailboxAddress Sender => MailboxAddress.TryParse(From, out var address) ? address : new MailboxAddress(MailTo().Replace(From, "").Trim(' ', '"', '\''), "");

    /// <summary>The forwarded message; null when the text has none, or is an answer to it.</summary>
    /// <param name="text">Lines as they are in the message.</param>
    /// <param name="subject">Of the message: it says whether it is a forward or an answer.</param>
    public static Forwarded? Of(string text, string? subject)
    {
        if (Answer().IsMatch(subject ?? ""))
        {
            return null;
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (LabelOf(lines[i], out _) == Field.From && Read(lines, i) is { } found)
            {
                var forward = Forward().IsMatch(subject ?? "");
                return found.Text.Length > 0 && (forward ? found.Before.Length < found.Text.Length : found.Before.Length <= LongestNote) ? found : null;
            }
        }

        return null;
    }

    private static Forwarded? Read(string[] lines, int at)
    {
        var values = new Dictionary<Field, string>();
        var i = at;
        for (var fields = 0; i < lines.Length && fields < MostFields; i++)
        {
            var line = Bare(lines[i]);
            if (LabelOf(lines[i], out var value) is { } field)
            {
                values.TryAdd(field, value);
                fields++;
            }
            else if (line.Length == 0 && values.ContainsKey(Field.Subject))
            {
                break;
            }
            else if (line.Length > 0 && values.ContainsKey(Field.Subject) && values.ContainsKey(Field.Date))
            {
                // Pages have no blank line there.
                break;
            }
        }

        if (!values.TryGetValue(Field.Subject, out var subject) || !values.TryGetValue(Field.Date, out var date))
        {
            return null;
        }

        var quoted = lines[at].TrimStart().StartsWith('>');
        var text = string.Join('\n', lines[i..].Select(line => quoted ? Unquoted(line) : line)).Trim();
        return new Forwarded(Note(lines[..at]), values[Field.From], date, subject, text);
    }

    /// <summary>What stands above, without the line that announces the message.</summary>
    private static string Note(string[] lines) =>
        string.Join('\n', lines.Where(line => !Announcement().IsMatch(Bare(line)))).Trim();

    private static Field? LabelOf(string line, out string value)
    {
        value = "";
        var bare = Bare(line);
        var colon = bare.AsSpan(0, Math.Min(bare.Length, 24)).IndexOfAny(':', '：');
        if (colon < 1 || bare.Length > LongestLine || !Labels.TryGetValue(bare[..colon].Trim('*', ' ', '\u00A0'), out var field))
        {
            return null;
        }

        value = bare[(colon + 1)..].Trim('*', ' ', '\u00A0');
        return field;
    }

    private static string Bare(string line) => line.TrimStart('>', ' ', '\t', '\u00A0').TrimEnd();

    private static string Unquoted(string line) => line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line.StartsWith('>') ? line[1..] : line;

    [GeneratedRegex(@"^\s*(fwd?|wg|tr|rv|i|enc|doorst|vs|vb|pd|fs|ynt|転送|转发|轉寄)\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forward();

    [GeneratedRegex(@"^\s*(re|aw|sv|antw|odp|res|r|回复|回覆)\s*(\[\d+\])?[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^(-{3,}.{0,60}-{3,}|_{10,}|.{0,40}(forwarded message|weitergeleitete[nr]? Nachricht|message (transféré|réexpédié)|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht).{0,10})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"\s*[\[<](mailto:)?[^\]>]*[\]>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MailTo();
}
