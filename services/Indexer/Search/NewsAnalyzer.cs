using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// Text to words: Unicode word boundaries, case and accents folded, scripts without spaces in pairs of characters. No stop words:
/// "The Who" and "to be" are searched for.
/// </summary>
public sealed class NewsAnalyzer : Analyzer
{
    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream stream = new CJKWidthFilter(words);
        stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, stream);
        stream = new CJKBigramFilter(stream);
        stream = new ASCIIFoldingFilter(stream);
        return new TokenStreamComponents(words, stream);
    }
}
