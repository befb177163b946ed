using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infra.Cli.Rehearsal.Hosting;

/// <summary>What every server in a rehearsal is built from: Kestrel, and nothing that it was not told.</summary>
internal static class BareHost
{
    /// <summary>Begins one. No settings file or environment variable of the user's changes where or how it listens.</summary>
    public static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, NoHostLifetime>();
        builder.WebHost.UseKestrelCore();
        return builder;
    }
}
