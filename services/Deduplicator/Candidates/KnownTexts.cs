using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Candidates;

/// <summary>
/// Signatures of texts that were compared lately, with the shingles made for it: candidates are mostly recent texts. Two generations;
/// when the younger is full the older is dropped, so what is asked for again stays.
/// </summary>
internal sealed class KnownTexts
{
    private const int Most = 8192;

    private Dictionary<int, TextSignature> _young = [];
    private Dictionary<int, TextSignature> _old = [];

    /// <summary>A text that is known; else null.</summary>
    public TextSignature? Get(int no) => _young.TryGetValue(no, out var known) ? known
        : _old.TryGetValue(no, out known) ? Keep(no, known)
        : null;

    /// <summary>Keeps one and returns it.</summary>
    public TextSignature Keep(int no, TextSignature text)
    {
        if (_young.Count >= Most)
        {
            (_old, _young) = (_young, _old);
            _young.Clear();
        }

        _young[no] = text;
        return text;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _young.Clear();
        _old.Clear();
    }
}
