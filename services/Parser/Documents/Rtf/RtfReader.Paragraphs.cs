using System.Globalization;

namespace Ingest.Parser.Documents.Rtf;

/// <summary>What control words do to characters and paragraphs.</summary>
internal sealed partial class RtfReader
{
    private void Apply(string word, int? parameter)
    {
        var on = parameter != 0;
        switch (word)
        {
            case "u":
                Text([(char)(parameter ?? '?')]);
                _pass = _state.Substitutes;
                break;
            case "uc":
                _state.Substitutes = Math.Clamp(parameter ?? 1, 0, 64);
                break;
            case "ansicpg":
                _codePage = parameter is > 0 and < 65_536 ? parameter.Value : _codePage;
                break;
            case "mac":
                _codePage = 10000;
                break;
            case "pc":
                _codePage = 437;
                break;
            case "pca":
                _codePage = 850;
                break;
            case "deff":
                _tables.DefaultFont = _state.Font = parameter ?? 0;
                break;
            case "f":
                _state.Font = parameter ?? 0;
                break;
            case "fcharset" when _state.Destination == RtfDestination.FontTable:
                _tables.DefineFont(_state.Font, RtfCharsets.CodePage(parameter ?? 0));
                break;
            case "cpg" when _state.Destination == RtfDestination.FontTable:
                _tables.DefineFont(_state.Font, parameter ?? 0);
                break;
            case "s":
                Style(parameter ?? 0);
                break;
            case "outlinelevel":
                OutlineLevel(parameter is >= 0 and < 9 ? parameter.Value + 1 : 0);
                break;
            case "plain":
                (_state.Bold, _state.Hidden, _state.Deleted, _state.Size, _state.Font) = (false, false, false, 24, _tables.DefaultFont);
                break;
            case "b":
                _state.Bold = on;
                break;
            case "v":
                _state.Hidden = on;
                break;
            case "deleted":
                _state.Deleted = on;
                break;
            case "fs":
                _state.Size = Math.Clamp(parameter ?? 24, 0, 2_000);
                break;
            case "yr" or "mo" or "dy" or "hr" or "min" when _state.Destination == RtfDestination.Created:
                _created[Array.IndexOf(["yr", "mo", "dy", "hr", "min"], word)] = parameter ?? 0;
                break;
            default:
                if (_state.Destination is RtfDestination.Text or RtfDestination.Note)
                {
                    Paragraph(word);
                }

                break;
        }
    }

    private void Paragraph(string word)
    {
        switch (word)
        {
            case "par" or "sect" or "page" or "\r" or "\n":
                if (!_state.Deleted)
                {
                    EndParagraph();
                }

                break;
            case "line" or "softline" or "lbr":
                _builder.Current.Break('\n');
                break;
            case "cell" or "nestcell":
                _cell = true;
                EndParagraph();
                _cell = false;
                break;
            case "row" or "nestrow":
                EndParagraph();
                _builder.EndRow();
                break;
            case "pard":
                (_inTable, _list, _style, _level) = (false, false, null, 0);
                break;
            case "intbl":
                _inTable = true;
                break;
            case "ls" or "pnlvlblt" or "pnlvlbody":
                _list = true;
                break;
        }
    }

    private void Style(int number)
    {
        if (_state.Destination == RtfDestination.StyleSheet)
        {
            _state.DefinedStyle = number;
        }
        else if (_state.Destination is RtfDestination.Text or RtfDestination.Note)
        {
            _style = _tables.StyleName(number);
            _level = StyleNames.Level(_style) is var named and > 0 ? named : _tables.StyleLevel(number);
        }
    }

    private void OutlineLevel(int level)
    {
        if (_state.Destination == RtfDestination.StyleSheet)
        {
            _tables.DefineLevel(_state.DefinedStyle, level);
        }
        else
        {
            _level = level;
        }
    }

    private void EndParagraph()
    {
        if (!_paragraphOpen)
        {
            return;
        }

        var draft = _builder.Current;
        (draft.Style, draft.HeadingLevel, draft.IsListItem) = (_style, _builder.InNote ? 0 : _level, _list);
        _builder.Tables = _inTable || _cell ? 1 : 0;
        _builder.Close(keep: !StyleNames.IsContents(_style));
        _builder.Tables = 0;
        _paragraphOpen = false;
    }

    private string? Created() =>
        _created is [>= 1000 and <= 2999, >= 1 and <= 12, >= 1 and <= 31, ..]
            ? string.Create(CultureInfo.InvariantCulture, $"{_created[0]:0000}-{_created[1]:00}-{_created[2]:00}T{Math.Clamp(_created[3], 0, 23):00}:{Math.Clamp(_created[4], 0, 59):00}")
            : null;
}
