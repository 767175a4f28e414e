using System.CommandLine;

namespace Ingest.CommandLine.Commands;

/// <summary>The root command: what <c>ingest --help</c> lists.</summary>
public static class IngestCommand
{
    /// <summary>The whole command line.</summary>
    public static RootCommand Create() => new("Turns a folder of news files into a clean, de-duplicated, searchable archive.")
    {
        RunCommand.Create(),
        ImportCommand.Create(),
        ParseCommand.Create(),
        SearchCommand.Create(),
        ClustersCommand.Create(),
        DecisionCommands.Join(),
        DecisionCommands.Split(),
        DecisionCommands.List(),
        FilesCommand.Create(),
        ExplainCommand.Create(),
        RetryCommand.Create(),
        RebuildCommand.Create(),
        ExportCommand.Create(),
        DoctorCommand.Create(),
    };
}
