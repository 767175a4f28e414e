using Ingest.CommandLine.Commands;

return await IngestCommand.Create().Parse(args).InvokeGuardedAsync();
