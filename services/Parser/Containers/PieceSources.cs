namespace Ingest.Parser.Containers;
internal static class PieceSources
{
    public static IPieceSource? Open(Stream seekable, ParserOptions options, Deadline deadline) { _ = (seekable, options, deadline); return null; }
}
