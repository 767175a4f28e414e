using System.Collections;
using System.Runtime.InteropServices;

namespace Ingest.Files.Linux;

/// <summary>
/// Streams a folder with readdir(3) and looks at each entry through the folder's own descriptor, so a folder that is moved or
/// swapped meanwhile is still listed as the one it was.
/// </summary>
internal sealed unsafe class DirectoryListing(string root, string directory) : IEnumerable<FileEntry>
{
    public IEnumerator<FileEntry> GetEnumerator() => new Entries(root, directory);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Entries(string root, string directory) : IEnumerator<FileEntry>
    {
        private const int NameOffset = 19;
        private int _descriptor = -1;
        private nint _stream;
        private bool _done;

        public FileEntry Current { get; private set; }

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_stream == 0 && !_done)
            {
                Open();
            }

            while (!_done)
            {
                var entry = Libc.ReadDir(_stream);
                var error = entry is null ? Marshal.GetLastPInvokeError() : 0;
                if (error != 0)
                {
                    throw Errno.Exception(error, directory.Length == 0 ? root : directory);
                }

                _done = entry is null;
                if (!_done && Take(entry + NameOffset))
                {
                    return true;
                }
            }

            return false;
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
            _done = true;
            if (_stream != 0)
            {
                // Closes the descriptor too.
                _ = Libc.CloseDir(_stream);
                _stream = 0;
            }
        }

        private void Open()
        {
            using var parent = Beneath.Root(root);
            var opened = Beneath.TryOpen(parent.Number, Beneath.Bytes(directory), Libc.ReadOnly | Libc.DirectoryOnly);
            if (opened < 0)
            {
                throw Errno.Exception(-opened, directory.Length == 0 ? root : directory);
            }

            _stream = Libc.FdOpenDir(opened);
            if (_stream == 0)
            {
                var error = Marshal.GetLastPInvokeError();
                _ = Libc.Close(opened);
                throw Errno.Exception(error, directory);
            }

            _descriptor = opened;
        }

        private bool Take(byte* bytes)
        {
            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(bytes);
            if (name.SequenceEqual("."u8) || name.SequenceEqual(".."u8))
            {
                return false;
            }

            Statx statx;
            if (Libc.Statx(_descriptor, bytes, Libc.SymlinkNoFollow, Statx.BasicStats, &statx) == 0)
            {
                Current = new FileEntry(RelativePath.Decode(name), statx.Status);
                return true;
            }

            Current = new FileEntry(RelativePath.Decode(name), null);
            return Marshal.GetLastPInvokeError() != Errno.NoEntry;
        }
    }
}
