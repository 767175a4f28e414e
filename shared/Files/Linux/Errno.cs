using System.Runtime.InteropServices;

namespace Ingest.Files.Linux;

/// <summary>Error numbers of Linux, and the sentence for each that a person can act on.</summary>
internal static class Errno
{
    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int IoError = 5;
    public const int NoDevice = 6;
    public const int TryAgain = 11;
    public const int AccessDenied = 13;
    public const int Exists = 17;
    public const int CrossDevice = 18;
    public const int NotADirectory = 20;
    public const int IsADirectory = 21;
    public const int InvalidArgument = 22;
    public const int ProcessFilesExhausted = 24;
    public const int NoSpace = 28;
    public const int ReadOnlyFileSystem = 30;
    public const int NameTooLong = 36;
    public const int NotImplemented = 38;
    public const int Loop = 40;
    public const int NotSupported = 95;
    public const int Stale = 116;

    public static FileAccessException Exception(int error, string path)
    {
        var problem = error switch
        {
            NoEntry or NotADirectory => Problem.Missing,
            Loop or CrossDevice => Problem.OutsideRoot,
            IsADirectory or NoDevice => Problem.NotAFile,
            _ => Problem.Unreadable,
        };
        return new FileAccessException(problem, Sentence(error, path));
    }

    private static string Sentence(int error, string path) => error switch
    {
        NoEntry or NotADirectory => $"There is no '{path}'.",
        Loop or CrossDevice => $"'{path}' goes through a symbolic link, and links are not followed.",
        IsADirectory or NoDevice => $"'{path}' is not a regular file.",
        AccessDenied or NotPermitted => $"The permissions of '{path}' do not let this process use it; grant them to the user it runs as.",
        IoError => $"The disk or share gave an input/output error at '{path}'; check it.",
        Stale => $"The share forgot '{path}' (stale handle); mount it again.",
        NoSpace => $"There is no space left for '{path}'.",
        ReadOnlyFileSystem => $"'{path}' lies on a read-only file system.",
        ProcessFilesExhausted => $"This process has too many files open to open '{path}'; raise its limit (ulimit -n).",
        _ => $"'{path}': {Marshal.GetPInvokeErrorMessage(error)}.",
    };
}
