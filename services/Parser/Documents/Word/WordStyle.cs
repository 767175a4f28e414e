namespace Ingest.Parser.Documents.Word;

/// <summary>What a style of a Word document says about its paragraphs.</summary>
/// <param name="Name">Its name for people; built-in styles have their English names in every language of the program.</param>
/// <param name="Level">1 to 9 for a heading.</param>
/// <param name="Size">Size of its letters in points.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Hidden">Whether it is not shown.</param>
/// <param name="IsList">Whether its paragraphs are items of a list.</param>
internal sealed record WordStyle(string Name, int Level, double? Size, bool Bold, bool Hidden, bool IsList);
