using System.Text;
using Ingest.Parser.Containers.Streams;

namespace Ingest.Parser.WebArchives;

/// <summary>Reads lines of a web archive between its blocks of bytes.</summary>
internal sealed class RecordLines(PeekStream content)
{
    /// <summary>Longer ones are given in parts: no header has such, but where the place in the archive is lost anything may stand.</summary>
    private const int LongestLine = 65_536;

    private readonly List<byte> _line = [];

    /// <summary>The next line without its end; null at the end of the archive.</summary>
    public string? Read()
    {
        _line.Clear();
        for (int next; (next = content.ReadByte()) >= 0;)
        {
            if (next == '\n')
            {
                return Text();
            }

            _line.Add((byte)next);
            if (_line.Count == LongestLine)
            {
                return Text();
            }
        }

        return _line.Count == 0 ? null : Text();
    }

    private string Text() => Encoding.UTF8.GetString([.. _line]).TrimEnd('\r');
}
