using System.Globalization;
using Lucene.Net.Index;

namespace Ingest.Indexer.Search;

/// <summary>What a commit says about itself, and whether an index that is found can be gone on with.</summary>
internal static class IndexCheck
{
    private const string SequenceKey = "sequence";
    private const string StoreKey = "store";
    private const string FormatKey = "format";

    /// <summary>User data of a commit.</summary>
    public static Dictionary<string, string> Data(string store, long sequence) => new()
    {
        [StoreKey] = store, [SequenceKey] = sequence.ToString(CultureInfo.InvariantCulture), [FormatKey] = IndexStore.Format,
    };

    /// <summary>The sequence number to go on from; 0, with the reason, where the index must be made anew.</summary>
    public static long Resume(Lucene.Net.Store.Directory directory, string store, long storeSequence, out string? reason)
    {
        reason = null;
        if (!DirectoryReader.IndexExists(directory))
        {
            // Also what is left of an index whose list of segments is gone.
            reason = directory.ListAll().Any(file => file.StartsWith('_')) ? "its list of segments is missing" : null;
            return 0;
        }

        try
        {
            using var reader = DirectoryReader.Open(directory);
            var data = reader.IndexCommit.UserData;
            if (SequenceOf(data) is not { } sequence || data.TryGetValue(FormatKey, out var format) && format != IndexStore.Format)
            {
                reason = "it was made by another version";
            }
            else if (!data.TryGetValue(StoreKey, out var owner) || owner != store || sequence > storeSequence)
            {
                reason = "it was made of other documents";
            }
            else
            {
                return sequence;
            }
        }
        catch (Exception exception)
        {
            // Whatever a damaged file makes Lucene throw: the documents have everything.
            reason = $"it is damaged ({exception.Message})";
        }

        return 0;
    }

    /// <summary>The sequence number in a commit's user data.</summary>
    public static long? SequenceOf(IDictionary<string, string> data) =>
        data.TryGetValue(SequenceKey, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    /// <summary>Deletes every file of an index.</summary>
    public static void Clear(Lucene.Net.Store.Directory directory)
    {
        foreach (var file in directory.ListAll())
        {
            directory.DeleteFile(file);
        }
    }
}
