using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>The library's filters, none of which makes more than <paramref name="limit"/> bytes of a stream.</summary>
internal sealed class BoundedFilters(long limit) : IFilterProvider
{
    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;

    /// <summary>A stream was refused.</summary>
    public bool Exceeded { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_filters.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) =>
        filters.Any(filter => LargestRatio(filter) > 1) ? [.. filters.Select(filter => LargestRatio(filter) > 1 ? new Filter(this, filter) : filter)] : filters;

    /// <summary>How many bytes a filter can make of one.</summary>
    private static int LargestRatio(IFilter filter) => filter switch
    {
        FlateFilter => 1_032,
        LzwFilter => 1_366,
        RunLengthFilter => 64,
        _ => 1,
    };

    private sealed class Filter(BoundedFilters owner, IFilter inner) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            // Only what may grow too large is unpacked twice, the first time to count.
            if (input.Length * (long)LargestRatio(inner) > owner.Limit && !(inner is FlateFilter && Fits(input)))
            {
                owner.Exceeded = true;
                throw new InvalidDataException("A stream of the document is too large when it is unpacked.");
            }

            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private bool Fits(Memory<byte> input)
        {
            try
            {
                using var packed = new MemoryStream(input.ToArray(), writable: false);
                using var inflater = new ZLibStream(packed, CompressionMode.Decompress);
                var buffer = new byte[65_536];
                var total = 0L;
                while (inflater.Read(buffer) is var read and > 0)
                {
                    total += read;
                    if (total > owner.Limit)
                    {
                        return false;
                    }
                }
            }
            catch (InvalidDataException)
            {
                // As far as it goes; the library repairs some of these.
            }

            return true;
        }
    }

    private long Limit => limit;
}
