using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Documents.Rtf;

/// <summary>Reads RTF (the specification's version 1.9.1, and what other programs than Word make of it).</summary>
internal sealed partial class RtfReader
{
    /// <summary>Groups that nest deeper than any program writes them.</summary>
    private const int MaxDepth = 1_000;

    private readonly DocumentBuilder _builder;
    private readonly Deadline _deadline;
    private readonly Stack<RtfState> _groups = new();
    private readonly RtfTables _tables = new();
    private readonly List<byte> _pending = [];
    private readonly StringBuilder _title = new(), _author = new(), _name = new();
    private readonly int[] _created = new int[5];
    private RtfState _state = new() { Substitutes = 1, Size = 24, DefinedStyle = -1 };
    private int _codePage = 1252, _pass, _level;
    private string? _style;
    private (string? Style, int Level, bool List, bool InTable) _aroundNote;
    private bool _ignorable, _inTable, _list, _paragraphOpen, _cell;

    private RtfReader(int maxCharacters, Deadline deadline) => (_builder, _deadline) = (new DocumentBuilder(maxCharacters), deadline);

    /// <summary>Whether the bytes begin as RTF does, white space and a byte order mark aside.</summary>
    public static bool Opens(ReadOnlySpan<byte> bytes) => (bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes).TrimStart(" \t\r\n"u8).StartsWith("{\\rt"u8);

    public static DocumentText Read(ReadOnlySpan<byte> bytes, int maxCharacters, Deadline deadline) => new RtfReader(maxCharacters, deadline).Run(bytes);

    private DocumentText Run(ReadOnlySpan<byte> bytes)
    {
        var tokens = new RtfTokens(bytes);
        var complete = false;
        for (var count = 1; tokens.Next() is var token and not RtfToken.End; count++)
        {
            if (count % 4_096 == 0)
            {
                _deadline.Check();
            }

            switch (token)
            {
                case RtfToken.Open:
                    Open();
                    break;
                case RtfToken.Close:
                    Close();
                    complete = _groups.Count == 0;
                    break;
                case RtfToken.Byte:
                    Byte(tokens.Byte);
                    break;
                default:
                    Flush();
                    Control(ref tokens);
                    break;
            }

            if (complete)
            {
                break;
            }
        }

        Flush();
        EndParagraph();
        return new DocumentText("rtf", _builder.Finish())
        {
            Title = _title.Length > 0 ? _title.ToString().Trim() : null,
            Authors = _author.ToString().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Created = Created(),
            Doubts = complete ? [] : ["the document is cut off; what stands before was read"],
        };
    }

    private void Open()
    {
        Flush();
        _pass = 0;
        if (_groups.Count >= MaxDepth)
        {
            throw new DocumentFaultException(RejectionReasons.TooDeep, $"The RTF document's groups nest deeper than {MaxDepth} levels.");
        }

        _groups.Push(_state);
        if (_state.Destination == RtfDestination.StyleSheet)
        {
            _state.DefinedStyle = 0;
        }
    }

    private void Close()
    {
        Flush();
        _pass = 0;
        _ignorable = false;
        if (_state.Destination == RtfDestination.Note && (!_groups.TryPeek(out var around) || around.Destination != RtfDestination.Note))
        {
            EndParagraph();
            _builder.InNote = false;
            (_style, _level, _list, _inTable) = _aroundNote;
            _paragraphOpen = true;
        }

        if (_state.Destination == RtfDestination.StyleSheet && _state.DefinedStyle >= 0)
        {
            _tables.DefineStyle(_state.DefinedStyle, _name.ToString());
            _name.Clear();
        }

        if (_groups.TryPop(out var outer))
        {
            _state = outer;
        }
    }

    private void Byte(byte b)
    {
        if (_pass > 0)
        {
            _pass--;
            return;
        }

        _ignorable = false;
        if (_state.Destination != RtfDestination.Skipped)
        {
            _pending.Add(b);
        }
    }

    /// <summary>Reads the bytes so far by the code page of their font: a character may have two, written in different ways.</summary>
    private void Flush()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending);
        var font = _state.Destination == RtfDestination.Text || _state.Destination == RtfDestination.Note ? _tables.CodePage(_state.Font) : 0;
        Text(RtfCharsets.Encoding(font == 0 ? _codePage : font).GetString(bytes));
        _pending.Clear();
    }

    private void Text(ReadOnlySpan<char> text)
    {
        switch (_state.Destination)
        {
            case RtfDestination.Text or RtfDestination.Note:
                if (!_state.Hidden && !_state.Deleted)
                {
                    Begin();
                    _builder.Text(text, _state.Bold, _state.Size / 2.0);
                }

                break;
            case RtfDestination.Title:
                _title.Append(text);
                break;
            case RtfDestination.Author:
                _author.Append(text);
                break;
            case RtfDestination.StyleSheet:
                _name.Append(text);
                break;
        }
    }

    private void Begin()
    {
        if (!_paragraphOpen)
        {
            _builder.Open();
            _paragraphOpen = true;
        }
    }

    private void Control(ref RtfTokens tokens)
    {
        var word = Encoding.ASCII.GetString(tokens.Word);
        if (word == "bin")
        {
            tokens.Skip(tokens.Parameter ?? 0);
            return;
        }

        if (_pass > 0 && word != "u")
        {
            _pass--;
            return;
        }

        if (word == "*")
        {
            _ignorable = true;
            return;
        }

        var ignorable = _ignorable;
        _ignorable = false;
        if (RtfWords.Destination(word) is { } destination)
        {
            Enter(destination);
            return;
        }

        if (ignorable && !RtfWords.IsReadWhereIgnorable(word))
        {
            _state.Destination = _state.Destination == RtfDestination.StyleSheet && word is "cs" or "ts" or "ds" ? Unnamed() : RtfDestination.Skipped;
            return;
        }

        if (RtfWords.Character(word) is { } character)
        {
            if (character != '\0')
            {
                Text([character]);
            }

            return;
        }

        Apply(word, tokens.Parameter);
    }

    private RtfDestination Unnamed()
    {
        _state.DefinedStyle = -1;
        return RtfDestination.Skipped;
    }

    private void Enter(RtfDestination destination)
    {
        if (_state.Destination == RtfDestination.Skipped)
        {
            return;
        }

        if (destination == RtfDestination.Note && _state.Destination is RtfDestination.Text)
        {
            // Its paragraphs stand inside the one that has its mark.
            Begin();
            _builder.InNote = true;
            _aroundNote = (_style, _level, _list, _inTable);
            _paragraphOpen = false;
        }
        else if (destination is RtfDestination.Title or RtfDestination.Author or RtfDestination.Created && _state.Destination != RtfDestination.Info)
        {
            return;
        }

        _state.Destination = destination;
    }
}
