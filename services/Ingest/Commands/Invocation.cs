using System.CommandLine;
using Ingest.Hosting.Bus;
using Ingest.Storage;
using Microsoft.Extensions.Options;

namespace Ingest.CommandLine.Commands;

/// <summary>Runs a command so that a person never meets a stack trace for something they can mend.</summary>
public static class Invocation
{
    /// <summary>Everything went well.</summary>
    public const int Success = 0;

    /// <summary>The command could not do its work; standard error says why.</summary>
    public const int Failure = 1;

    /// <summary>The command line or the configuration is wrong; standard error says what to change.</summary>
    public const int Usage = 2;

    /// <summary>It worked, but some files were rejected or failed.</summary>
    public const int Incomplete = 3;

    /// <summary>Invokes what was parsed and turns known errors into one sentence.</summary>
    public static async Task<int> InvokeGuardedAsync(this ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(40),
            });
            return parsed.Errors.Count > 0 ? Usage : code;
        }
        catch (OptionsValidationException exception)
        {
            return Complain(string.Join(' ', exception.Failures), Usage);
        }
        catch (UsageException exception)
        {
            return Complain(exception.Message, Usage);
        }
        catch (StoreException exception)
        {
            return Complain(exception.Message, Failure);
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or HttpRequestException or BusLostException)
        {
            return Complain(exception.Message, Failure);
        }
    }

    private static int Complain(string sentence, int code)
    {
        Console.Error.WriteLine($"ingest: {sentence}");
        return code;
    }
}
