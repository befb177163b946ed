using System.Text.RegularExpressions;
using Infra.Cli.Shell;
using Infra.Tests.Support;
using Spectre.Console;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Docs;

// What actionlint (.ci/lint-workflows) does not know: our own rules, and whether the commands in the workflows exist.
public sealed partial class WorkflowTests
{
    private static IEnumerable<WorkflowJob> Jobs => Workflow.All.SelectMany(workflow => workflow.Jobs);

    private static IEnumerable<WorkflowJob> Calls => Jobs.Where(job => job.Called is not null);

    [Test]
    public void Workflow_ByItself_PermitsNothing()
    {
        var generous = Workflow.All.Where(workflow => workflow.Root["permissions"] is not YamlMappingNode { Children.Count: 0 });

        Assert.That(generous.Select(workflow => workflow.Name), Is.Empty);
    }

    [Test]
    public void Job_Always_WritesOnlyWhatItMust()
    {
        var permissions = Jobs.SelectMany(job => job.Permissions.Select(one => $"{job} {one.Key}: {one.Value}"));

        // A job that says nothing would get the repository's default.
        Assert.That(Jobs.Select(job => job.Permissions), Has.All.Not.Empty);
        Assert.That(permissions.Where(permission => !permission.EndsWith(" contents: read", StringComparison.Ordinal)), Is.EquivalentTo(
        [
            "ci.stack actions: read",
            "ci.stack security-events: write",
            "deploy-stack.deploy id-token: write",
            "deploy.protected id-token: write",
            "deploy.unprotected id-token: write",
            "drift.drift id-token: write",
            "preview.comment pull-requests: write",
            "preview.pulumi id-token: write",
            "release.package attestations: write",
            "release.package id-token: write",
            "release.release actions: read",
            "release.release contents: write",
        ]));
    }

    // GitHub does not start a run in which a called job asks for more than the job that calls has.
    [Test]
    public void Call_OfAWorkflow_PermitsWhatItsJobsAskFor()
    {
        Assert.That(Calls, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var (call, job) in Calls.SelectMany(call => Workflow.Named(call.Called!).Jobs.Select(job => (call, job))))
                Assert.That(job.Permissions, Is.SubsetOf(call.Permissions), $"{call} calls {job}");
        });
    }

    [Test]
    public void Call_OfAWorkflow_FitsIt()
    {
        Assert.That(Calls.Select(call => call.Called).Distinct(),
            Is.EquivalentTo(Workflow.All.Where(workflow => workflow.IsCalled).Select(workflow => workflow.Name)));
        Assert.Multiple(() =>
        {
            foreach (var call in Calls)
                Assert.That(call.Texts("with").Keys, Is.EquivalentTo(Workflow.Named(call.Called!).Inputs), call.ToString());
        });
    }

    [Test]
    public void Output_ThatAJobReads_IsThere()
    {
        Assert.Multiple(() =>
        {
            foreach (var (workflow, match) in Workflow.All.SelectMany(
                workflow => NeededOutput().Matches(workflow.Text).Select(match => (workflow, match))))
            {
                var needed = workflow.Job(match.Groups["job"].Value);
                var outputs = needed.Called is { } called ? Workflow.Named(called).Outputs : needed.Texts("outputs").Keys;
                Assert.That(outputs, Has.Member(match.Groups["output"].Value), $"{workflow.Name}: {match.Value}");
            }
        });
    }

    [Test]
    public void Action_Always_IsOneCommitWithItsVersionBesideIt()
    {
        // Our own are of the same commit anyway.
        var uses = Workflow.All.SelectMany(workflow => UsesLine().Matches(workflow.Text))
            .Select(match => match.Groups[1].Value.Trim()).Where(use => !use.StartsWith("./", StringComparison.Ordinal)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(uses, Is.Not.Empty);
            Assert.That(uses, Has.All.Match(@"^[\w.-]+/[\w./-]+@([0-9a-f]{40} # v\d+\.\d+\.\d+|v\d+\.\d+\.\d+)$"));
            // Two pins of one action would be one that Dependabot forgot.
            Assert.That(uses.Distinct().Select(use => use.Split('@')[0]), Is.Unique);
        });
    }

    [Test]
    public void Checkout_Always_LeavesNoTokenBehind()
    {
        var checkouts = Jobs.SelectMany(job => job.Steps).Where(step => Uses(step, "actions/checkout@")).ToList();

        Assert.That(checkouts, Is.Not.Empty);
        Assert.That(checkouts.Select(step => WorkflowJob.Text(step, "with", "persist-credentials")), Has.All.EqualTo("false"));
    }

    [Test]
    public void Workflow_Never_RunsForeignCodeWithOurRights()
    {
        Assert.That(Workflow.All.SelectMany(workflow => workflow.Triggers).Distinct(),
            Is.EquivalentTo(["push", "pull_request", "schedule", "workflow_dispatch", "workflow_call"]));
        // One that is called is started by nothing else, so its caller's conditions hold for it.
        Assert.That(Workflow.All.Where(workflow => workflow.Triggers.Contains("workflow_call")).Select(workflow => workflow.IsCalled),
            Has.All.True);
    }

    // A called workflow has no role unless the job that calls it may have one.
    [Test]
    public void JobOfAPullRequest_WithARole_IsNotForForks()
    {
        var conditions = Workflow.All.Where(workflow => workflow.Triggers.Contains("pull_request")).SelectMany(workflow => workflow.Jobs)
            .Where(job => job.Permissions.ContainsKey("id-token")).Select(job => job.Text("if"));

        Assert.That(conditions, Is.Not.Empty.And.All.StartsWith(
            "${{ github.event.pull_request.head.repo.full_name == github.repository && github.actor != 'dependabot[bot]' &&"));
        Assert.That(conditions, Has.None.Contains("||"));
    }

    [Test]
    public void Script_Never_HoldsAnExpression()
    {
        // GitHub pastes the value into the script's text; what comes by env stays a value.
        Assert.That(Jobs.SelectMany(job => job.Scripts), Is.Not.Empty.And.None.Contains("${{"));
    }

    [Test]
    public void Command_InAWorkflow_Exists()
    {
        var commands = Jobs.SelectMany(job => job.Scripts).SelectMany(script => script.Split('\n'))
            .Select(line => InfraCommand().Match(line)).Where(match => match.Success)
            .Select(match => StackVariable().Replace(MoreOptions().Replace(match.Groups[1].Value, ""), "any"))
            .ToList();
        var terminal = new Terminal(
            TextWriter.Null, TextWriter.Null, AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) }));
        var root = CommandLine.Create(terminal);

        Assert.That(
            commands.Select(command => command.Split(' ')[0]).Distinct(),
            Is.EquivalentTo(["check", "cost", "diff", "docs", "drift", "report", "roll", "stacks", "verify"]));
        Assert.That(
            commands.SelectMany(command => root.Parse(command.Trim()).Errors.Select(error => $"infra {command}: {error.Message}")),
            Is.Empty);
    }

    [Test]
    public void Script_OfTheRepository_IsThere()
    {
        var scripts = Jobs.SelectMany(job => job.Scripts).SelectMany(script => script.Split('\n'))
            .Where(line => line.TrimStart().StartsWith('.')).Select(line => line.Trim().Split(' ')[0]).Distinct().ToList();

        Assert.That(scripts, Is.EquivalentTo([".ci/audit", ".ci/lint-workflows/run", ".ci/run"]));
        Assert.That(scripts.Select(script => Path.Combine(Repository.Root, script)), Has.All.Exist);
    }

    [Test]
    public void PulumiCli_Always_IsOneVersion()
    {
        // A copy's README may have no word of it.
        var inReadme = Regex.Matches(
                File.ReadAllText(Path.Combine(Repository.Root, "README.md")), @"download-install/\), ([\d.]+\d) as in the pipelines")
            .Select(match => match.Groups[1].Value);
        var version = File.ReadAllText(Path.Combine(Repository.Root, ".pulumi.version"));
        var steps = Jobs.Select(job => job.Pulumi).OfType<YamlMappingNode>().ToList();

        Assert.That(version, Does.Match(@"\A3\.\d+\.\d+\n\z"));
        Assert.That(inReadme, Is.All.EqualTo(version.Trim()));
        Assert.That(steps, Is.Not.Empty);
        Assert.That(steps.Select(step => WorkflowJob.Text(step, "with", "pulumi-version-file")), Has.All.EqualTo(".pulumi.version"));
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, ".devcontainer", "install")), Does.Contain("cat .pulumi.version"));
    }

    private static bool Uses(YamlMappingNode step, string action) =>
        WorkflowJob.Text(step, "uses") is { } used && used.StartsWith(action, StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:- )?uses:(.*)$", RegexOptions.Multiline)]
    private static partial Regex UsesLine();

    [GeneratedRegex(@"\bneeds\.(?<job>[\w-]+)\.outputs\.(?<output>[\w-]+)")]
    private static partial Regex NeededOutput();

    [GeneratedRegex(@"dotnet run (?:--no-build )?--project src/Infra\.Cli -- ([^>|)']+)")]
    private static partial Regex InfraCommand();

    [GeneratedRegex("\"\\$stack\"", RegexOptions.IgnoreCase)]
    private static partial Regex StackVariable();

    // An array of options, such as "${evidence[@]}".
    [GeneratedRegex("\"\\$\\{[a-z]+\\[@\\]\\}\"")]
    private static partial Regex MoreOptions();
}
