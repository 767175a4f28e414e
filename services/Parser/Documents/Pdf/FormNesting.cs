using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>
/// Finds the pages whose forms draw themselves, or each other in a circle, or too deep: the library follows them until the stack
/// overflows, and nothing catches that. Forms are followed as the library does it: a name means what the innermost of the open
/// resources says, and those of the caller hold where a form has none.
/// </summary>
internal sealed class FormNesting(Structure structure, Deadline deadline)
{
    private const int MaxDepth = 50;

    /// <summary>Forms drawn on one page. A map draws some thousands.</summary>
    private const int MostForms = 50_000;

    private const int MostNodes = 200_000;

    private readonly Dictionary<IndirectReference, (List<string> Names, DictionaryToken? Resources)> _forms = [];
    private readonly HashSet<IndirectReference> _open = [];
    private DefinitionNesting? _definitions;
    private int _drawn;

    /// <summary>For each page in the order of the tree, whether it can be drawn.</summary>
    public List<bool> Pages()
    {
        var pages = new List<bool>();
        var seen = new HashSet<IndirectReference>();
        var nodes = new Stack<(IToken Token, List<DictionaryToken> Resources)>();
        nodes.Push((Entry(structure.Catalog.CatalogDictionary, "Pages") ?? NullToken.Instance, []));
        while (nodes.TryPop(out var node) && seen.Count < MostNodes)
        {
            deadline.Check();
            if ((node.Token is IndirectReferenceToken reference && !seen.Add(reference.Data)) || Resolved(node.Token) is not DictionaryToken dictionary)
            {
                continue;
            }

            var resources = Resolved(Entry(dictionary, "Resources")) is DictionaryToken own ? [.. node.Resources.TakeLast(MaxDepth), own] : node.Resources;
            if (Resolved(Entry(dictionary, "Kids")) is ArrayToken kids)
            {
                foreach (var kid in kids.Data.Reverse())
                {
                    nodes.Push((kid, resources));
                }
            }
            else
            {
                _drawn = 0;
                _open.Clear();
                pages.Add(resources.TrueForAll(Ends) && CanDraw(InvokedNames.Of(Content(Entry(dictionary, "Contents"))), resources));
            }
        }

        return pages;
    }

    private bool CanDraw(List<string> names, List<DictionaryToken> resources)
    {
        foreach (var name in names)
        {
            if (Form(name, resources) is not { } form)
            {
                continue;
            }

            deadline.Check();
            if (_open.Count >= MaxDepth || ++_drawn > MostForms || !_open.Add(form))
            {
                return false;
            }

            var (inner, own) = Parts(form);
            if ((own is not null && !Ends(own)) || !CanDraw(inner, own is null ? resources : [.. resources, own]))
            {
                return false;
            }

            _open.Remove(form);
        }

        return true;
    }

    private bool Ends(DictionaryToken resources) =>
        (_definitions ??= new DefinitionNesting(reference => Last(new IndirectReferenceToken(reference)).Token, deadline)).Ends(resources);

    private IndirectReference? Form(string name, List<DictionaryToken> resources)
    {
        for (var i = resources.Count - 1; i >= 0; i--)
        {
            if (Resolved(Entry(resources[i], "XObject")) is DictionaryToken objects && Entry(objects, name) is IndirectReferenceToken reference)
            {
                return Last(reference) is var (last, token) && token is StreamToken stream && (Resolved(Entry(stream.StreamDictionary, "Subtype")) as NameToken)?.Data == "Form" ? last : null;
            }
        }

        return null;
    }

    private (List<string> Names, DictionaryToken? Resources) Parts(IndirectReference reference)
    {
        if (!_forms.TryGetValue(reference, out var parts))
        {
            _forms[reference] = parts = Last(new IndirectReferenceToken(reference)).Token is StreamToken stream
                ? (InvokedNames.Of(Content(stream)), Resolved(Entry(stream.StreamDictionary, "Resources")) as DictionaryToken)
                : ([], null);
        }

        return parts;
    }

    /// <summary>A stream, or the streams of an array one behind the other.</summary>
    private byte[] Content(IToken? token)
    {
        var bytes = new List<byte>();
        foreach (var part in Resolved(token) is ArrayToken array ? array.Data : token is null ? [] : [token])
        {
            if (Resolved(part) is StreamToken stream)
            {
                bytes.AddRange(Whole(() => stream.Decode(structure.FilterProvider, structure.TokenScanner).ToArray()) ?? []);
                bytes.Add((byte)'\n');
            }
        }

        return [.. bytes];
    }

    private static IToken? Entry(DictionaryToken dictionary, string key) => dictionary.Data.GetValueOrDefault(key);

    private IToken? Resolved(IToken? token) => token is IndirectReferenceToken reference ? Last(reference).Token : token;

    /// <summary>What a reference leads to in the end; references to references are followed so far.</summary>
    private (IndirectReference Reference, IToken? Token) Last(IndirectReferenceToken reference)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            var at = reference.Data;
            var token = Whole(() => structure.GetObject(at)?.Data);
            if (token is not IndirectReferenceToken next)
            {
                return (reference.Data, token);
            }

            reference = next;
        }

        return (reference.Data, null);
    }

    /// <summary>What is broken leads nowhere: the library ends at the same place.</summary>
    private static T? Whole<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not (TimeoutException or OperationCanceledException))
        {
            return null;
        }
    }
}
