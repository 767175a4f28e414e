using Ingest.Contracts;
using SharpCompress.Common;

namespace Ingest.Parser.Containers;

/// <summary>
/// Broken archives make readers, their own and those of libraries, throw nearly anything; what is not a limit, the
/// caller's wish or the disk's fault counts as damage.
/// </summary>
internal static class Damage
{
    private static readonly string? Own = typeof(Damage).Assembly.GetName().Name;

    /// <summary>Whether an exception says that content is broken.</summary>
    public static bool Is(Exception exception) =>
        exception is not (OperationCanceledException or TimeoutException or ContainerLimitException or UnreadableException);

    /// <summary>The rejection that an exception means.</summary>
    public static ParseOutcome.Rejected Of(Exception exception) => exception switch
    {
        CryptographicException or System.Security.Cryptography.CryptographicException => Encrypted,
        MultipartStreamRequiredException or MultiVolumeExtractionException =>
            Of("It is one of several volumes. Put them together, or unpack them."),
        // Messages of libraries are for programmers ("Arg_IndexOutOfRange"), and the runtime calls a flipped bit an "unsupported
        // compression method"; those of readers here are sentences.
        InvalidDataException or WebArchives.RecordException when exception.Source == Own => Of(exception.Message),
        _ => Of("Its content is broken or cut off. Fetch it again whole."),
    };

    /// <summary>The rejection of damaged content.</summary>
    public static ParseOutcome.Rejected Of(string detail) => new(RejectionReasons.Damaged, detail);

    /// <summary>The rejection of encrypted content.</summary>
    public static ParseOutcome.Rejected Encrypted { get; } = new(RejectionReasons.Encrypted, "It is encrypted. Unpack it with its password.");
}
