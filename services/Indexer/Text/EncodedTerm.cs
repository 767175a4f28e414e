using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Ingest.Indexer.Text;

/// <summary>A term that is encoded already: Lucene's own attribute takes characters and encodes every occurrence of a word anew.</summary>
internal sealed class EncodedTerm : Attribute, ITermToBytesRefAttribute
{
    /// <inheritdoc/>
    public BytesRef BytesRef { get; } = new();

    /// <summary>The term, UTF-8. It is not copied.</summary>
    public void Set(byte[] term) => (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (term, 0, term.Length);

    /// <inheritdoc/>
    public void FillBytesRef()
    {
        // Set has done it.
    }

    /// <inheritdoc/>
    public override void Clear() => BytesRef.Length = 0;

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((EncodedTerm)target).Set(BytesRef.Bytes.AsSpan(BytesRef.Offset, BytesRef.Length).ToArray());
}
