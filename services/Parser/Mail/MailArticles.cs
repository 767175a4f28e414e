using System.Globalization;
using Ingest.Contracts;
using Ingest.Parser.Articles;

namespace Ingest.Parser.Mail;

/// <summary>Collects the articles of messages, of messages in them and of files that came with them: one numbering, unique keys.</summary>
internal sealed class MailArticles(FileContent content)
{
    private readonly List<Article> _articles = [];
    private readonly List<MemberOutcome> _members = [];
    private readonly UniqueKeys _keys = new();
    private readonly List<string> _doubts = [];

    /// <summary>Articles so far.</summary>
    public int Count => _articles.Count;

    /// <summary>Adds articles under the key of what they came in.</summary>
    public void Add(IEnumerable<Article> articles, string? key, bool own)
    {
        foreach (var article in articles)
        {
            var ordinal = content.FirstOrdinal + _articles.Count;
            var unique = _keys.Of(string.IsNullOrWhiteSpace(key) ? own ? ordinal.ToString(CultureInfo.InvariantCulture) : article.Key : own ? key : $"{key}!/{article.Key}");
            _articles.Add(article with
            {
                ArticleId = Identifiers.Article(content.FileId, unique),
                FileId = content.FileId,
                Revision = content.Revision,
                Watch = content.Watch,
                Path = content.Path,
                Key = unique,
                Ordinal = ordinal,
            });
        }
    }

    /// <summary>Notes what became of a message or a file in it.</summary>
    public void Member(MemberOutcome member) => _members.Add(member);

    /// <summary>Notes what is wrong with the file as a whole.</summary>
    public void Doubt(string doubt) => _doubts.Add("file: " + doubt);

    /// <summary>The outcome.</summary>
    public ParseOutcome Finish(string none)
    {
        if (_articles.Count == 0)
        {
            return _members.Find(member => member.Reason is not null) is { } rejected
                ? new ParseOutcome.Rejected(rejected.Reason!, rejected.Detail ?? none)
                : new ParseOutcome.Rejected(RejectionReasons.NoArticle, none);
        }

        if (_doubts.Count > 0)
        {
            _articles[0] = _articles[0] with { Warnings = [.. _doubts, .. _articles[0].Warnings] };
        }

        return new ParseOutcome.Parsed(_articles) { Members = _members };
    }
}
