namespace Ingest.Parser.Mail;

/// <summary>What a file of mail is.</summary>
internal enum MailKind
{
    /// <summary>No mail.</summary>
    None,

    /// <summary>One message (EML).</summary>
    Message,

    /// <summary>One message that Outlook saved (MSG).</summary>
    Outlook,

    /// <summary>A mailbox of messages, each behind a <c>From </c> line.</summary>
    Mailbox,

    /// <summary>A page that a browser saved with its pictures (MHTML).</summary>
    Page,
}
