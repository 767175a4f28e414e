using Ingest.Contracts;
using Ingest.Indexer.Query;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using LuceneDocument = Lucene.Net.Documents.Document;

namespace Ingest.Indexer.Search;

/// <summary>
/// An article as Lucene takes it. Nothing is stored in the index: what a hit shows comes from the documents. One instance serves one
/// thread and is filled anew for each article, which spares the garbage collector fifteen objects an article.
/// </summary>
public sealed class IndexedDocument
{
    private static readonly FieldType NameText = new(TextField.TYPE_NOT_STORED) { OmitNorms = true };

    private readonly LuceneDocument _document = [];
    private readonly StringField _id = new(IndexFields.Id, "", Field.Store.NO);
    private readonly SortedDocValuesField _idValue = new(IndexFields.Id, new BytesRef());
    private readonly Field _title = new(IndexFields.Title, "", TextField.TYPE_NOT_STORED);
    private readonly Field _body = new(IndexFields.Body, "", TextField.TYPE_NOT_STORED);
    private readonly Field _path = new(IndexFields.Path, "", NameText);
    private readonly Int32Field _day = new(IndexFields.Day, 0, Field.Store.NO);
    private readonly NumericDocValuesField _published = new(IndexFields.Published, 0);
    private readonly StringField _canonical = new(IndexFields.Canonical, IndexFields.Yes, Field.Store.NO);

    /// <summary>Fills it; valid until the next call.</summary>
    /// <param name="document">A document that is not withdrawn.</param>
    public LuceneDocument Of(Documents.Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var article = document.Article ?? throw new ArgumentException("A withdrawn document is not indexed.", nameof(document));
        _document.Fields.Clear();
        _id.SetStringValue(document.ArticleId);
        _idValue.SetBytesValue(new BytesRef(document.ArticleId));
        _title.SetStringValue(article.Title);
        _body.SetStringValue(article.Body);
        _path.SetStringValue(article.Path);
        Add(_id, _idValue, _title, _body, _path);
        AddDate(article);
        AddNames(article);
        if (document.Relation is Relations.Canonical)
        {
            _document.Add(_canonical);
        }

        return _document;
    }

    private void AddDate(Article article)
    {
        if (DayRange.First(article.PublishedAt) is { } day)
        {
            _day.SetInt32Value(day);
            _document.Add(_day);
        }

        if (NewsDate.Start(article.PublishedAt) is { } published)
        {
            _published.SetInt64Value(published.ToUnixTimeMilliseconds());
            _document.Add(_published);
        }
    }

    private void AddNames(Article article)
    {
        foreach (var author in article.Authors)
        {
            Add(new Field(IndexFields.Author, author, NameText), new StringField(IndexFields.AuthorName, IndexFields.Fold(author), Field.Store.NO));
        }

        foreach (var agency in article.Agencies)
        {
            Add(new Field(IndexFields.Agency, agency, NameText));
        }

        AddText(IndexFields.Source, article.Source);
        AddText(IndexFields.Section, article.Section);
        AddText(IndexFields.Url, article.Url);
        if (article.Source is { } source)
        {
            Add(new StringField(IndexFields.SourceName, IndexFields.Fold(source), Field.Store.NO));
        }

        if (article.Language is { } language)
        {
            Add(new StringField(IndexFields.Language, IndexFields.Fold(language), Field.Store.NO));
        }
    }

    private void AddText(string field, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Add(new Field(field, text, NameText));
        }
    }

    private void Add(params ReadOnlySpan<IIndexableField> fields)
    {
        foreach (var field in fields)
        {
            _document.Add(field);
        }
    }
}
