namespace Ingest.Deduplicator.Comparing;

/// <summary>Where each word of a text stands: sorted by word, so that one is found without going through the text.</summary>
internal sealed class WordPlaces
{
    private readonly ulong[] _places;

    /// <param name="tokens">The words in order.</param>
    public WordPlaces(uint[] tokens)
    {
        _places = new ulong[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            _places[i] = ((ulong)tokens[i] << 32) | (uint)i;
        }

        _places.AsSpan().Sort();
    }

    /// <summary>Whether it has a word.</summary>
    public bool Has(uint token) => HasAt(First(token), token);

    /// <summary>Whether it has a word more than once.</summary>
    public bool Repeats(uint token) => HasAt(First(token) + 1, token);

    /// <summary>Words that it has once, sorted, and where.</summary>
    public List<(uint Token, int Place)> Once()
    {
        var once = new List<(uint, int)>();
        for (var i = 0; i < _places.Length; i++)
        {
            var token = _places[i] >> 32;
            if ((i == 0 || _places[i - 1] >> 32 != token) && (i + 1 == _places.Length || _places[i + 1] >> 32 != token))
            {
                once.Add(((uint)token, (int)(uint)_places[i]));
            }
        }

        return once;
    }

    private bool HasAt(int at, uint token) => at < _places.Length && _places[at] >> 32 == token;

    private int First(uint token)
    {
        var found = Array.BinarySearch(_places, (ulong)token << 32);
        return found < 0 ? ~found : found;
    }
}
