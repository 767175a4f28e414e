namespace Ingest.Parser.Containers;

/// <summary>How far the pieces of a file are done: where reading goes on.</summary>
/// <param name="Pieces">Members of a container, or pieces of a file of records, that are done.</param>
/// <param name="Part">Pieces that are done of the member behind those: a long file of records in a container comes in several.</param>
internal readonly record struct Bookmark(int Pieces, int Part = 0);
