using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Report;
using Infra.Cli.Report.Page;
using Infra.Cli.Tests.Rehearsal.Applications;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Report;

/// <summary>Reports at a fixed moment, and files with evidence for them.</summary>
internal static class Reports
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    public static SourceVersion Source { get; } = new("0123456789abcdef0123456789abcdef01234567", Now.AddDays(-1), IsChanged: false);

    /// <summary>The report of a plan, with evidence of at most 30 days.</summary>
    public static Task<StackReport> OfAsync(ResourceGraph graph, params string[] files) => InAsync(Repository.Root, graph, files);

    /// <summary>The same of a project in another folder.</summary>
    public static Task<StackReport> InAsync(string root, ResourceGraph graph, params string[] files) =>
        new StackReporter(PlanHash.Of, new StoppedClock(), "Pulumi 3.0.0, Pulumi.Aws 7.0.0, .NET 10.0.0").ReportAsync(
            new(graph, root, IsWhatIf: false), files, TimeSpan.FromDays(30), Source, CancellationToken.None);

    /// <summary>The report of the sample application, in its folder.</summary>
    public static async Task<StackReport> OfAsync(SampleProject sample) =>
        await InAsync(sample.Root, await OfflineRun.RunAsync(ProjectFiles.Read(sample.Root, SampleProject.Stack, [])));

    /// <summary>The page, with drawings left out: they have golden files of their own.</summary>
    public static string PageOf(StackReport report) =>
        Regex.Replace(ReportPage.Write(report), "base64,[A-Za-z0-9+/=]+", "base64,");

    /// <summary>A section of a page, by what it is labelled with.</summary>
    public static string Section(string page, string name) =>
        Regex.Match(page, $"<section aria-labelledby=\"{name}\">.*?</section>", RegexOptions.Singleline).Value;

    /// <summary>What a command prints, with one claim.</summary>
    /// <param name="plan">The hash of the plan that it is of.</param>
    /// <param name="command">The command.</param>
    /// <param name="stack">The stack; none where it is of a URL.</param>
    /// <param name="at">When it was made; an hour ago unless given.</param>
    /// <param name="requirement">What the claim is for.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="url">The site.</param>
    public static string Evidence(
        string? plan,
        string command = "infra drill",
        string? stack = "dev",
        DateTimeOffset? at = null,
        string? requirement = "R1",
        string outcome = "pass",
        string? url = null,
        string project = "infra") => JsonSerializer.Serialize(new
        {
            made = new { command, at = at ?? Now.AddHours(-1), project = stack is null ? null : project, stack, plan },
            url,
            outcome = outcome == "notApplicable" ? "pass" : outcome,
            checks = new[]
            {
                new
                {
                    requirement,
                    claim = "no server has a public address",
                    outcome,
                    seen = "two servers <b>and</b> no address",
                    notProven = "anything else",
                    seconds = 1.5,
                    promisedSeconds = 20,
                    measuredSeconds = 10,
                },
            },
        });

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
