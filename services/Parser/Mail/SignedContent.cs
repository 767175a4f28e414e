using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using MimeKit;

namespace Ingest.Parser.Mail;

/// <summary>
/// The part within one that is signed as a whole (S/MIME <c>application/pkcs7-mime</c>): it needs no key to be read. Whether the signature is good is not asked, as for
/// no other message.
/// </summary>
internal static class SignedContent
{
    /// <summary>The part; null when it is encrypted, compressed or broken.</summary>
    public static MimeEntity? Of(MimePart part)
    {
        try
        {
            var signed = new SignedCms();
            signed.Decode(MailText.Bytes(part));
            using var stream = new MemoryStream(signed.ContentInfo.Content, writable: false);
            return signed.ContentInfo.Content.Length == 0 ? null : MimeEntity.Load(stream);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or IOException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
