using System.Text.Json;
using Ingest.Parser.Articles;
using Ingest.Parser.Tables.Mapping;
using Ingest.Parser.Tables.Records;

namespace Ingest.Parser.Json;

/// <summary>
/// Makes articles of the objects of a list. The first objects say what the properties hold; one of another shape is understood by
/// itself.
/// </summary>
internal sealed class JsonArticles(ArticleList articles, JsonShape shape, RecordMapping? mapping, string format)
{
    /// <summary>Objects without an article in a row after which others are no longer looked at by themselves.</summary>
    private const int MostTries = 1_000;

    private readonly RecordReader _reader = new(articles, shape.Map, mapping, format);
    private readonly bool _known = shape.Map.IsArticleLike;
    private int _tries;

    public void Add(JsonElement value)
    {
        if (_known && _reader.Add(new JsonRecord(value, shape.Columns), evenEmpty: _tries > MostTries))
        {
            _tries = 0;
            return;
        }

        if (_tries++ > MostTries)
        {
            if (!_known)
            {
                articles.Add(new ArticleFields(), null, format);
            }

            return;
        }

        var own = JsonShape.Of([value], mapping);
        if (!own.Map.IsArticleLike || !new RecordReader(articles, own.Map, mapping, format).Add(new JsonRecord(value, own.Columns), evenEmpty: false))
        {
            articles.Add(new ArticleFields(), null, format);
        }
    }
}
