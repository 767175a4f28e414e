using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>
/// Finds colour spaces, shadings, patterns and functions that are made of themselves, or nest too deep. The library builds all that
/// the open resources have, drawn or not, and follows them until the stack overflows.
/// </summary>
internal sealed class DefinitionNesting(Func<IndirectReference, IToken?> find, Deadline deadline)
{
    /// <summary>Arrays and dictionaries inside each other.</summary>
    private const int MaxDepth = 60;

    private static readonly string[] Kinds = ["ColorSpace", "Shading", "Pattern", "ExtGState"];

    /// <summary>Entries that may lead back, and that the library does not build with the rest.</summary>
    private static readonly HashSet<string> Others = new(["Resources", "Parent", "Font"], StringComparer.Ordinal);

    private readonly HashSet<IndirectReference> _open = [];

    /// <summary>How deep is what a reference leads to, where it ends.</summary>
    private readonly Dictionary<IndirectReference, int> _depths = [];

    /// <summary>Whether all that these resources define comes to an end.</summary>
    public bool Ends(DictionaryToken resources) => Array.TrueForAll(Kinds, kind =>
    {
        _open.Clear();
        return !resources.Data.TryGetValue(kind, out var definitions) || Depth(definitions, 0) is not null;
    });

    /// <summary>How many levels are below a token; null for too many.</summary>
    private int? Depth(IToken? token, int above)
    {
        if (above > MaxDepth)
        {
            return null;
        }

        switch (token)
        {
            case IndirectReferenceToken { Data: var reference }:
                if (_depths.TryGetValue(reference, out var known))
                {
                    return above + known > MaxDepth ? null : known;
                }

                deadline.Check();
                if (!_open.Add(reference) || Depth(find(reference), above + 1) is not { } depth)
                {
                    return null;
                }

                _open.Remove(reference);
                return _depths[reference] = depth + 1;
            case ArrayToken array:
                return Deepest(array.Data, above);
            case DictionaryToken dictionary:
                return Deepest(dictionary.Data.Where(entry => !Others.Contains(entry.Key)).Select(entry => entry.Value), above);
            case StreamToken stream:
                return Depth(stream.StreamDictionary, above);
            default:
                return 0;
        }
    }

    private int? Deepest(IEnumerable<IToken> tokens, int above)
    {
        var deepest = 0;
        foreach (var token in tokens)
        {
            if (Depth(token, above + 1) is not { } depth)
            {
                return null;
            }

            deepest = Math.Max(deepest, depth + 1);
        }

        return deepest;
    }
}
