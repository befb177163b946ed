using System.CommandLine;
using System.Globalization;
using Infra.Cli.Shell;
using Infra.Site;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>
/// <c>infra serve-site</c>, which a rehearsal starts for each server. It obeys what its standard input says, and ends with it; so it ends
/// with the program that started it, whatever that one dies of.
/// </summary>
internal static class ServeSiteCommand
{
    /// <summary>What it writes once it takes connections.</summary>
    public const string Ready = "ready";

    /// <summary>The line that makes it end.</summary>
    public const string Break = "break";

    /// <summary>The line that makes it never answer again.</summary>
    public const string Hang = "hang";

    private const string Name = "serve-site";

    private static readonly Option<string> Folder = new("--folder") { Required = true };
    private static readonly Option<bool> CleanUrls = new("--clean-urls");
    private static readonly Option<bool> SinglePage = new("--single-page");
    private static readonly Option<string> HealthCheckPath = new("--health-check-path") { Required = true };
    private static readonly Option<int> Port = new("--port") { Required = true };
    private static readonly Option<bool> Tls = new("--tls");
    private static readonly Option<bool> Fails = new("--fails");

    public static Command Create() => Create(System.Console.In, System.Console.Out);

    /// <summary>The command line that starts it.</summary>
    public static IEnumerable<string> Arguments(
        string folder, SitePages pages, string healthCheckPath, int port, bool isHttps, bool fails) =>
    [
        Name,
        Folder.Name, folder,
        HealthCheckPath.Name, healthCheckPath,
        Port.Name, port.ToString(CultureInfo.InvariantCulture),
        .. pages.CleanUrls ? [CleanUrls.Name] : Array.Empty<string>(),
        .. pages.SinglePage ? [SinglePage.Name] : Array.Empty<string>(),
        .. isHttps ? [Tls.Name] : Array.Empty<string>(),
        .. fails ? [Fails.Name] : Array.Empty<string>(),
    ];

    private static Command Create(TextReader input, TextWriter output)
    {
        var command = new Command(Name, "Serves a site until its standard input ends.")
        {
            Folder, CleanUrls, SinglePage, HealthCheckPath, Port, Tls, Fails,
        };
        command.Hidden = true;
        command.SetAction(async (line, cancellation) =>
        {
            await using var site = new EmbeddedSite(
                line.GetRequiredValue(Folder),
                new(line.GetValue(CleanUrls), line.GetValue(SinglePage)),
                line.GetRequiredValue(HealthCheckPath),
                line.GetRequiredValue(Port),
                line.GetValue(Tls),
                line.GetValue(Fails));
            try
            {
                await site.StartAsync(cancellation);
            }
            catch (IOException error)
            {
                throw new InvalidUsageException(error.Message);
            }

            await output.WriteLineAsync(Ready);
            while (await input.ReadLineAsync(cancellation) is { } order && order != Break)
            {
                if (order == Hang)
                    site.Hang();
            }

            return ExitCode.Done;
        });
        return command;
    }
}
