using System.Text;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Diff.Against;

/// <summary>
/// The tool as a commit has it, built where it is checked out. It runs as whoever asked for it, but is told nothing of the environment
/// that a build has no use for: no credentials of AWS or Pulumi.
/// </summary>
/// <param name="project">The project's directory in the checkout.</param>
/// <param name="asked">What the user has asked for it with: an error begins with it.</param>
/// <param name="checkout">The checkout.</param>
/// <param name="packages">What tells a build of its package folder.</param>
internal sealed class FormerProgram(
    string project, string asked, RefCheckout checkout, IReadOnlyDictionary<string, string> packages)
{
    private const string ToolProject = "Infra.Cli";

    // Commits from before version 1.1 have it at the top.
    private static readonly string[] Places = ["src", ""];

    // Half a minute on an idle machine, with the packages at hand.
    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(15);

    // What .NET, NuGet and the machine need; also of Windows.
    private static readonly string[] Inherited =
    [
        "PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TMP", "TEMP", "CI", "PulumiPackageSources",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
        "APPDATA", "LOCALAPPDATA", "USERPROFILE", "SystemRoot", "SystemDrive", "ProgramData", "ProgramFiles", "ProgramFiles(x86)", "windir",
    ];

    private static readonly string[] InheritedPrefixes = ["DOTNET_", "NUGET_", "XDG_"];

    /// <summary>Builds it.</summary>
    /// <exception cref="InvalidUsageException">It can't be built.</exception>
    public async Task BuildAsync(CancellationToken cancellation)
    {
        var tool = ToolFolder
            ?? throw new InvalidUsageException($"{asked}: there was no {ToolProject} to make a plan with: {Instead}");

        // The compiler's server and MSBuild's nodes would outlive the checkout.
        var run = await RunAsync(LongestBuild,
            [
                "build", tool, "--nologo", "-v", "quiet", "-clp:NoSummary", "-nodeReuse:false",
                "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false",
            ],
            cancellation);
        if (run.ExitCode == 0)
            return;

        var said = $"{run.Out}\n{run.Error}".Replace(checkout.Directory, "", StringComparison.Ordinal).Split('\n');
        var fault = said.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? said[0];
        throw new InvalidUsageException($"{asked}: its program can't be built ({LegibleText.Of(fault.Trim())}): {Instead}");
    }

    /// <summary>What its own <c>preview --json</c> prints for a stack.</summary>
    /// <exception cref="InvalidUsageException">It refuses.</exception>
    public async Task<ReadOnlyMemory<byte>> PlanOfAsync(string stack, CancellationToken cancellation)
    {
        var program = Directory.EnumerateFiles(Path.Combine(ToolFolder!, "bin"), $"{ToolProject}.dll", SearchOption.AllDirectories)
            .FirstOrDefault() ?? throw new InvalidUsageException($"{asked}: a build of its program makes none: {Instead}");
        var run = await RunAsync(TimeSpan.FromMinutes(2), [program, "preview", stack, "--json"], cancellation);
        return run.ExitCode == 0
            ? Encoding.UTF8.GetBytes(run.Out)
            : throw new InvalidUsageException($"{asked}: its own program refuses the stack: {LegibleText.Of(run.Error.Trim())}");
    }

    private string? ToolFolder =>
        Places.Select(place => Path.Combine(project, place, ToolProject)).FirstOrDefault(Directory.Exists);

    private static string Instead => "make a plan there by 'infra preview --json', and name its file by --against";

    private async Task<ToolRun> RunAsync(TimeSpan longest, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var environment = new Dictionary<string, string>(packages)
        {
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
        try
        {
            return await new Tool("dotnet", environment, longest, place: new(project, IsInherited)).RunAsync(arguments, cancellation);
        }
        catch (Exception fault) when (fault is ToolMissingException or ToolHangsException or ToolFloodsException)
        {
            throw new InvalidUsageException($"{asked} needs the .NET SDK to build the former program, and {fault.Message}: {Instead}");
        }
    }

    private bool IsInherited(string name) =>
        !packages.ContainsKey(name)
        && (Inherited.Contains(name, StringComparer.OrdinalIgnoreCase)
            || InheritedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
}
