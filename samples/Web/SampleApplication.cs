using Microsoft.AspNetCore.HttpOverrides;

namespace Sample.Web;

/// <summary>
/// A small web application as it suits servers behind nginx and a load balancer: it says whether it is well, finishes what it has begun
/// when it is told to stop, and keeps nothing that another server would need.
/// </summary>
internal static class SampleApplication
{
    /// <summary>Where the load balancer asks whether it is well.</summary>
    public const string HealthPath = "/health";

    /// <summary>The longest that it takes to stop: shorter than the drain of a server that leaves, 30 s unless set otherwise.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(25);

    /// <summary>Makes it. It listens at <c>ASPNETCORE_URLS</c>, as every ASP.NET Core application does.</summary>
    public static WebApplication Create(params string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton<RequestCounter>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        // Who asks, and by which scheme, is known from nginx alone, which is on this machine: so loopback is trusted, and nobody else.
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);

        var application = builder.Build();
        application.UseForwardedHeaders();
        application.UseMiddleware<CountedRequests>();
        application.UseStaticFiles();
        application.UseWebSockets();
        // Nothing but this process: a database that is down would have all servers replaced at once, and none of the new ones be better.
        application.MapHealthChecks(HealthPath);
        application.MapGet("/", StartPage.Answer);
        application.MapGet("/count", (RequestCounter counter) => counter.Counted);
        application.MapGet("/slow", SlowPage.AnswerAsync);
        application.Map("/echo", EchoSocket.AnswerAsync);
        return application;
    }
}
