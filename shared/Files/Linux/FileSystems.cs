namespace Ingest.Files.Linux;

/// <summary>File systems that change without this kernel noticing, by the magic numbers of statfs(2).</summary>
internal static unsafe class FileSystems
{
    private static readonly Dictionary<uint, string> Remote = new()
    {
        [0x6969] = "nfs",
        [0xff534d42] = "cifs",
        [0xfe534d42] = "smb2",
        [0x517b] = "smb",
        [0x65735546] = "fuse",
        [0x01021997] = "9p",
        [0x00c36400] = "ceph",
        [0x5346414f] = "afs",
        [0x786f4256] = "vboxsf",
    };

    /// <summary>The name of the file system an open descriptor lies on, when it is a remote one.</summary>
    public static string? RemoteName(int descriptor)
    {
        // f_type is the first field, as wide as a register; the rest is not needed.
        var buffer = stackalloc long[64];
        return Libc.FStatFs(descriptor, buffer) == 0 ? Remote.GetValueOrDefault((uint)buffer[0]) : null;
    }
}
