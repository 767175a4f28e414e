namespace Ingest.Deduplicator.Text;

/// <summary>Which words stand in quotation marks, of whatever language's kind. One that goes on over several paragraphs is one.</summary>
internal struct QuotationTracker()
{
    /// <summary>Shorter ones are names and single expressions.</summary>
    private const int FewestWords = 8;

    private const int MostQuotations = 64;

    private List<int>? _spans;
    private char _open;
    private int _start;

    /// <summary>A quotation mark before word <paramref name="word"/>.</summary>
    public void See(char mark, int word)
    {
        if (_open == '\0')
        {
            (_open, _start) = (mark, word);
        }
        else if (Closes(mark))
        {
            Close(word);
        }
    }

    /// <summary>An unclosed one ends here; when the next paragraph opens one, it goes on.</summary>
    public void EndParagraph(int word)
    {
        if (_open != '\0')
        {
            Close(word);
        }
    }

    /// <summary>The quotations as pairs: first word, word after the last.</summary>
    public int[] Finish(int word)
    {
        EndParagraph(word);
        if (_spans is null)
        {
            return [];
        }

        var kept = new List<int>();
        for (var i = 0; i < _spans.Count && kept.Count < MostQuotations * 2; i += 2)
        {
            if (_spans[i + 1] - _spans[i] >= FewestWords)
            {
                kept.Add(_spans[i]);
                kept.Add(_spans[i + 1]);
            }
        }

        return [.. kept];
    }

    private readonly bool Closes(char mark) => _open switch
    {
        '\u201C' => mark == '\u201D',
        '\u201E' => mark is '\u201C' or '\u201D',
        '\u00AB' => mark == '\u00BB',
        '\u00BB' => mark == '\u00AB',
        '\u300C' => mark == '\u300D',
        '\u300E' => mark == '\u300F',
        _ => mark == _open,
    };

    private void Close(int word)
    {
        _open = '\0';
        _spans ??= [];
        if (_spans.Count > 0 && _spans[^1] == _start)
        {
            _spans[^1] = word;
        }
        else if (word > _start)
        {
            _spans.Add(_start);
            _spans.Add(word);
        }
    }
}
