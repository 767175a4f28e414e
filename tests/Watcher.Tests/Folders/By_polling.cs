namespace Ingest.Watcher.Tests.Folders;

public sealed class By_polling() : Folder_scenarios("always");
