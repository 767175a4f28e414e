using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Mail;

public sealed class A_sealed_message : IDisposable
{
    private const string News = "The harbour of Lindholm reopened on Tuesday after seven weeks of repairs.";
    private const string Part = "Content-Type: text/plain; charset=utf-8\r\n\r\n" + News + "\r\n";

    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;

    public A_sealed_message() =>
        _certificate = new CertificateRequest("CN=press", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Parsing.Today.AddDays(-1), Parsing.Today.AddDays(1));

    private static string Message(string type, string body) =>
        $"From: Lindholm Harbour <press@harbour.example>\nTo: desk@courier.example\nSubject: Harbour reopens\nDate: Tue, 04 Mar 2025 09:30:00 +0100\nMessage-ID: <1@harbour.example>\nMIME-Version: 1.0\nContent-Type: {type}\n{body}\n";

    private byte[] Signature(bool detached)
    {
        var signed = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(Part)), detached);
        signed.ComputeSignature(new CmsSigner(_certificate));
        return signed.Encode();
    }

    [Theory]
    [InlineData("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m")]
    [InlineData("application/x-pkcs7-mime; name=smime.p7m")]
    public void That_is_only_signed_is_read_though_the_text_stands_in_the_signature(string type)
    {
        var article = Parsing.Article(Message(type, "Content-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(Signature(detached: false), Base64FormattingOptions.InsertLineBreaks)));

        Assert.Equal(("Harbour reopens", News), (article.Title, article.Body));
    }

    [Fact]
    public void That_is_signed_beside_its_text_is_read_without_the_signature()
    {
        var article = Parsing.Article(Message("multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=b", $"\n--b\n{Part}--b\nContent-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Signature(detached: true), Base64FormattingOptions.InsertLineBreaks)}\n--b--"));

        Assert.Equal(News, article.Body);
    }

    [Fact]
    public void That_needs_a_key_is_rejected_as_encrypted()
    {
        var envelope = new EnvelopedCms(new ContentInfo(Encoding.UTF8.GetBytes(Part)));
        envelope.Encrypt(new CmsRecipient(_certificate));

        var rejection = Parsing.Rejection(Message("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "Content-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(envelope.Encode(), Base64FormattingOptions.InsertLineBreaks)));

        Assert.Equal(RejectionReasons.Encrypted, rejection.Reason);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
