using System.CommandLine;
using Ingest.Fuzzing;

var from = new Option<string[]>("--from") { Description = "Folders or files whose content is mutated; without it, seeds/ here or above.", AllowMultipleArgumentsPerToken = true };
var inputs = new Option<int>("--inputs") { Description = "How many inputs.", DefaultValueFactory = _ => 200_000 };
var seed = new Option<int>("--seed") { Description = "Of the run; the same seed and samples give the same inputs.", DefaultValueFactory = _ => 1 };
var only = new Option<int?>("--only") { Description = "Run one input of the run again, by its number." };
var limit = new Option<int>("--limit") { Description = "Seconds that an input may take before it counts as a hang.", DefaultValueFactory = _ => 10 };
var memory = new Option<int>("--memory") { Description = "Megabytes of managed heap that the process may have.", DefaultValueFactory = _ => 2_048 };
var output = new Option<string>("--output") { Description = "Where failing inputs are written.", DefaultValueFactory = _ => "fuzzing-failures" };
var child = new Option<int>("--resume-at") { Hidden = true, DefaultValueFactory = _ => 0 };
var root = new RootCommand("Parses mutated files and reports what throws, hangs or grows; a failing input is written out with its number.") { from, inputs, seed, only, limit, memory, output, child };
root.SetAction(parsed =>
{
    var paths = parsed.GetValue(from) is { Length: > 0 } given ? given : [Seeds()];
    var settings = new FuzzSettings(
        paths, parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(only), TimeSpan.FromSeconds(parsed.GetValue(limit)), (long)parsed.GetValue(memory) << 20, parsed.GetValue(output)!, parsed.GetValue(child));
    return new FuzzRun(settings).Run();
});
return await root.Parse(args).InvokeAsync();

static string Seeds()
{
    for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
    {
        if (Directory.Exists(Path.Combine(folder.FullName, "seeds")))
        {
            return Path.Combine(folder.FullName, "seeds");
        }
    }

    return "seeds";
}
