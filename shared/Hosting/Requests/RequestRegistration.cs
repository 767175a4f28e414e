using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Hosting.Requests;

/// <summary>
/// Answers requests promptly while articles arrive: on threads of their own, before which the pool's threads stand back. See
/// docs/adr/0024-requests-before-articles.md.
/// </summary>
public static class RequestRegistration
{
    private const int FewestThreads = 4;

    /// <summary>Adds the threads.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="alone">
    /// Whether everything is in this process. Then sockets are read and written by the thread that the system wakes, which leaves the pool to the
    /// articles. With a broker its messages would come in by that thread too, and whatever its client does there would keep requests waiting.
    /// </param>
    public static void AddRequestThreads(this WebApplicationBuilder builder, bool alone)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (alone)
        {
            // Read when the first socket is made; there is no other way to say it.
            Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
            // Nothing of ours runs there: what follows goes to the threads for requests at once.
            builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        }

        WakeSocketThreads();
        builder.Services.AddSingleton(_ => new RequestThreads(Math.Max(FewestThreads, Environment.ProcessorCount * 2)));
        builder.Services.AddHostedService<PoolPriority>();
    }

    /// <summary>
    /// The platform makes the threads that watch sockets with the first of them, and a thread takes over the nice value of the one that makes it: it
    /// shall not be one of the pool's.
    /// </summary>
    private static void WakeSocketThreads()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        // Ends with an error as soon as the socket is closed, which nobody needs to know.
        socket.AcceptAsync().ContinueWith(static accepted => _ = accepted.Exception, TaskScheduler.Default);
    }

    /// <summary>Sends every request to the threads; before any other step of its way.</summary>
    public static void UseRequestThreads(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var threads = app.Services.GetRequiredService<RequestThreads>();
        app.Use((context, next) => threads.RunAsync(() => next(context)));
    }
}
