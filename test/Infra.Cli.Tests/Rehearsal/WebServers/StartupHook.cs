using System.Runtime.Loader;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Tests.Rehearsal;

/// <summary>
/// Makes a run of the program one that starts a server and waits to be killed. .NET asks for this name, without a namespace:
/// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md.
/// </summary>
internal static class StartupHook
{
    /// <summary>The environment variable that says which server.</summary>
    public const string PreferNginx = "INFRA_TESTS_PREFER_NGINX";

    public static void Initialize() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        // A child of the program is no such run.
        var isNginx = bool.Parse(Environment.GetEnvironmentVariable(PreferNginx)!);
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);

        // The program knows of its own assemblies alone; those of the tests are beside it.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll"));

        var stack = await Declarations.Of("dev");
        var server = WebServerFactory.Create(stack.Server, stack.TargetGroup, isNginx).New();
        await server.StartAsync(CancellationToken.None);
        Console.WriteLine(server.Address);
        await Task.Delay(Timeout.Infinite);
    }
}
