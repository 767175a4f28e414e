namespace Ingest.Parser.Exports.ProQuest;

/// <summary>Finds where documents begin that nothing parts: behind a document's number, a label that it already had is one of the next document.</summary>
internal sealed class ProQuestRepeats
{
    private readonly HashSet<ProQuestField> _seen = [];
    private int _lastLabel = -1;

    /// <summary>First lines of the documents; a headline without a label stands above the first label of its document.</summary>
    public List<int> Starts { get; } = [0];

    /// <summary>Takes the labels in their order.</summary>
    public void Add(int line, ProQuestField field)
    {
        if (field == ProQuestField.None)
        {
            return;
        }

        if (field != ProQuestField.Other && _seen.Contains(field) && _seen.Contains(ProQuestField.Id))
        {
            Starts.Add(_lastLabel + 1);
            _seen.Clear();
        }

        _seen.Add(field);
        _lastLabel = line;
    }
}
