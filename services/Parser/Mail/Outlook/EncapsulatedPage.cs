using System.Text;
using Ingest.Parser.Documents.Rtf;

namespace Ingest.Parser.Mail.Outlook;

/// <summary>
/// Takes the page out of RTF that Outlook made of it ([MS-OXRTFEX]): tags stand in <c>{\*\htmltag …}</c> groups, what RTF needs beside them between
/// <c>\htmlrtf</c> and <c>\htmlrtf0</c>.
/// </summary>
internal sealed class EncapsulatedPage
{
    private const int MostDepth = 4_096;

    private readonly StringBuilder _page = new();
    private readonly List<byte> _pending = [];
    private readonly Stack<State> _open = new();
    private readonly Dictionary<int, int> _fonts = [];
    private State _state;
    private int _codePage = 1252;
    private int _font;
    private int _skip;

    /// <summary>The page; null when the RTF was not made of one.</summary>
    public static string? Of(ReadOnlySpan<byte> rtf, Deadline deadline) =>
        rtf[..Math.Min(rtf.Length, 2_048)].IndexOf("\\fromhtml"u8) < 0 ? null : new EncapsulatedPage().Run(rtf, deadline);

    private string Run(ReadOnlySpan<byte> rtf, Deadline deadline)
    {
        var tokens = new RtfTokens(rtf);
        var star = false;
        for (var (token, count) = (tokens.Next(), 0); token != RtfToken.End; token = tokens.Next(), count++)
        {
            if ((count & 0xFFF) == 0)
            {
                deadline.Check();
            }

            switch (token)
            {
                case RtfToken.Open when _open.Count < MostDepth:
                    Flush();
                    _open.Push(_state);
                    break;
                case RtfToken.Close:
                    Flush();
                    _state = _open.TryPop(out var outer) ? outer : default;
                    break;
                case RtfToken.Byte when _skip > 0:
                    _skip--;
                    break;
                case RtfToken.Byte when IsCopied:
                    _pending.Add(tokens.Byte);
                    break;
                case RtfToken.Control when tokens.Word.SequenceEqual("*"u8):
                    star = true;
                    continue;
                case RtfToken.Control:
                    Control(ref tokens, star);
                    break;
            }

            star = false;
        }

        Flush();
        return _page.ToString();
    }

    private bool IsCopied => !_state.Ignored && (_state.InTag || !_state.ForRtf);

    private void Control(ref RtfTokens tokens, bool star)
    {
        var word = Encoding.ASCII.GetString(tokens.Word);
        var parameter = tokens.Parameter;
        switch (word)
        {
            case "htmltag":
                _state = _state with { InTag = true, Ignored = false };
                break;
            case "htmlrtf":
                Flush();
                _state = _state with { ForRtf = parameter != 0 };
                break;
            case "ansicpg":
                _codePage = parameter ?? 1252;
                break;
            case "fonttbl":
                _state = _state with { Ignored = true, InFonts = true };
                break;
            case "f":
                Flush();
                _font = parameter ?? 0;
                break;
            case "fcharset" when _state.InFonts:
                _fonts[_font] = RtfCharsets.CodePage(parameter ?? 0);
                break;
            case "colortbl" or "stylesheet" or "info" or "pntext" or "mhtmltag":
                _state = _state with { Ignored = true };
                break;
            case "bin":
                tokens.Skip(parameter ?? 0);
                break;
            case "uc":
                _state = _state with { Fallback = Math.Clamp(parameter ?? 1, 0, 8) + 1 };
                break;
            case "u" when parameter is { } code:
                Append(((char)(ushort)code).ToString());
                _skip = _state.Fallback == 0 ? 1 : _state.Fallback - 1;
                break;
            case "par" or "line":
                Append("\r\n");
                break;
            case "tab":
                Append("\t");
                break;
            case "lquote" or "rquote" or "ldblquote" or "rdblquote" or "bullet" or "endash" or "emdash" or "~" or "_":
                Append(word switch { "lquote" => "&lsquo;", "rquote" => "&rsquo;", "ldblquote" => "&ldquo;", "rdblquote" => "&rdquo;", "bullet" => "&bull;", "endash" => "&ndash;", "emdash" => "&mdash;", "~" => "&nbsp;", _ => "&shy;" });
                break;
            default:
                _state = star ? _state with { Ignored = true } : _state;
                break;
        }
    }

    private void Append(string text)
    {
        Flush();
        if (IsCopied)
        {
            _page.Append(text);
        }
    }

    /// <summary>Characters may have several bytes, so bytes are kept until something else comes.</summary>
    private void Flush()
    {
        if (_pending.Count > 0)
        {
            var codePage = _state.InTag || !_fonts.TryGetValue(_font, out var own) || own == 0 ? _codePage : own;
            _page.Append(RtfCharsets.Encoding(codePage).GetString([.. _pending]));
            _pending.Clear();
        }
    }

    private readonly record struct State(bool InTag, bool ForRtf, bool Ignored, bool InFonts, int Fallback);
}
