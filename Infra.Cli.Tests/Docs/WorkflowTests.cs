using System.Text.RegularExpressions;
using Infra.Cli.Shell;
using Infra.Tests.Support;
using Spectre.Console;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Docs;

// What actionlint (.ci/lint-workflows) does not know: our own rules, and whether the commands in the workflows exist.
public sealed partial class WorkflowTests
{
    private static readonly string[] Stacks = ["dev", "prod"];

    private static IEnumerable<WorkflowJob> Jobs => Workflow.All.SelectMany(workflow => workflow.Jobs);

    [Test]
    public void Workflows_Always_AreTheseFive()
    {
        Assert.That(Workflow.All.Select(workflow => workflow.Name), Is.EqualTo(["audit", "ci", "deploy", "drift", "preview"]));
    }

    [Test]
    public void Workflow_ByItself_PermitsNothing()
    {
        var generous = Workflow.All.Where(workflow => workflow.Root["permissions"] is not YamlMappingNode { Children.Count: 0 });

        Assert.That(generous.Select(workflow => workflow.Name), Is.Empty);
    }

    [Test]
    public void Job_Always_WritesOnlyWhatItMust()
    {
        var permissions = Jobs.SelectMany(
            job => ((YamlMappingNode)job.Root["permissions"]).Children.Select(one => $"{job} {one.Key}: {one.Value}"));

        Assert.That(permissions.Where(permission => !permission.EndsWith(" contents: read", StringComparison.Ordinal)), Is.EqualTo(
        [
            "ci.stack actions: read",
            "ci.stack security-events: write",
            "deploy.dev id-token: write",
            "deploy.prod id-token: write",
            "drift.drift id-token: write",
            "preview.pulumi id-token: write",
            "preview.pulumi pull-requests: write",
        ]));
    }

    [Test]
    public void Action_Always_IsOneCommitWithItsVersionBesideIt()
    {
        var uses = Workflow.All.SelectMany(workflow => UsesLine().Matches(workflow.Text))
            .Select(match => match.Groups[1].Value.Trim()).ToList();

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

        Assert.That(checkouts, Has.Count.EqualTo(Jobs.Count()));
        Assert.That(checkouts.Select(step => WorkflowJob.Text(step, "with", "persist-credentials")), Has.All.EqualTo("false"));
    }

    [Test]
    public void Workflow_Never_RunsForeignCodeWithOurRights()
    {
        Assert.That(Workflow.All.SelectMany(workflow => workflow.Triggers).Distinct(),
            Is.EquivalentTo(["push", "pull_request", "schedule", "workflow_dispatch"]));
    }

    [Test]
    public void JobOfAPullRequest_WithARole_IsNotForForks()
    {
        var conditions = Workflow.All.Where(workflow => workflow.Triggers.Contains("pull_request")).SelectMany(workflow => workflow.Jobs)
            .Where(job => job.Text("permissions", "id-token") is not null).Select(job => job.Text("if"));

        Assert.That(conditions, Is.Not.Empty.And.All.Contains("github.event.pull_request.head.repo.full_name == github.repository"));
    }

    [Test]
    public void Script_Never_HoldsAnExpression()
    {
        // GitHub pastes the value into the script's text; what comes by env stays a value.
        Assert.That(Jobs.SelectMany(job => job.Scripts), Is.Not.Empty.And.None.Contains("${{"));
    }

    [Test]
    public void JobOnAStack_Always_HasAGroupOfItsOwn()
    {
        var jobs = Jobs.Where(job => job.Pulumi is not null && job.Workflow != "preview").ToList();

        // GitHub keeps one job waiting in a group and cancels any other: a look at night must not cancel a deploy.
        Assert.That(jobs.Select(job => $"{job}: {job.Text("concurrency", "group")}"), Is.EqualTo(
            ["deploy.dev: stack-dev", "deploy.prod: stack-prod", "drift.drift: drift-${{ matrix.stack }}"]));
        Assert.That(jobs.Select(job => job.Text("concurrency", "cancel-in-progress")), Has.All.EqualTo("false"));
    }

    [TestCaseSource(nameof(Stacks))]
    public void Deploy_OfAStack_IsVerifiedInItsEnvironment(string stack)
    {
        var job = Workflow.Named("deploy").Jobs.Single(job => job.Name == stack);
        var steps = job.Steps.ToList();
        var moment = steps.FindIndex(
            step => (WorkflowJob.Text(step, "run") ?? "").Contains("BEFORE_UP=$(date +%s)", StringComparison.Ordinal));
        var up = steps.IndexOf(job.Pulumi!);
        var wait = steps.FindIndex(step => WorkflowJob.Text(step, "run") == $".github/wait-for-roll {stack} \"$BEFORE_UP\"");
        var verify = steps.FindIndex(
            step => (WorkflowJob.Text(step, "run") ?? "").EndsWith($"verify --stack {stack}", StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That(WorkflowJob.Text(job.Pulumi!, "with", "command"), Is.EqualTo("up"));
            Assert.That(WorkflowJob.Text(job.Pulumi!, "with", "stack-name"), Is.EqualTo(stack));
            Assert.That(job.Text("environment"), Is.EqualTo(stack));
            Assert.That(WorkflowJob.Text(job.Pulumi!, "with", "refresh"), Is.EqualTo("true"));
            // Before the roll is done, the old servers would be verified.
            Assert.That(new[] { -1, moment, up, wait, verify }, Is.Ordered.Ascending.And.Unique);
        });
    }

    [TestCaseSource(nameof(Stacks))]
    public void Deploy_OfAStack_IsOfTheHeadOfMain(string stack)
    {
        var first = Workflow.Named("deploy").Jobs.Single(job => job.Name == stack).Steps[0];

        Assert.That(WorkflowJob.Text(first, "run"),
            Does.Contain("commits/main").And.Contain("[[ $head == \"$GITHUB_SHA\" ]]").And.Contain("exit 1"));
    }

    [Test]
    public void DeployToProd_Always_ComesAfterDevIsVerified()
    {
        var jobs = Workflow.Named("deploy").Jobs.ToList();

        Assert.That(
            jobs.Select(job => $"{job.Name} after {job.Text("needs")}"),
            Is.EqualTo(["test after ", "dev after test", "prod after dev"]));
        // A job runs only if those that it needs have passed, unless it has a condition that says otherwise.
        Assert.That(jobs.Skip(1).Select(job => job.Text("if")), Has.All.Null);
    }

    [Test]
    public void Stack_Always_IsInEveryWorkflow()
    {
        var files = Directory.EnumerateFiles(Repository.Root, "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1]);

        Assert.Multiple(() =>
        {
            Assert.That(files, Is.EquivalentTo(Stacks));
            Assert.That(Jobs.Where(job => job.Find("strategy") is not null).Select(job => job.ToString()),
                Is.EqualTo(["ci.stack", "drift.drift", "preview.pulumi", "preview.offline"]));
            Assert.That(Jobs.Where(job => job.Find("strategy") is not null).Select(job => job.Stacks), Has.All.EqualTo(Stacks));
        });
    }

    [Test]
    public void Command_InAWorkflow_Exists()
    {
        var commands = Jobs.SelectMany(job => job.Scripts).SelectMany(script => script.Split('\n'))
            .Select(line => InfraCommand().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value
                .Replace("\"", "", StringComparison.Ordinal).Replace("$STACK", "prod", StringComparison.Ordinal))
            .ToList();
        var terminal = new Terminal(
            TextWriter.Null, TextWriter.Null, AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) }));
        var root = CommandLine.Create(terminal);

        Assert.That(
            commands.Select(command => command.Split(' ')[0]).Distinct(),
            Is.EquivalentTo(["check", "cost", "diagram", "preview", "verify"]));
        Assert.That(
            commands.SelectMany(command => root.Parse(command.Trim()).Errors.Select(error => $"infra {command}: {error.Message}")),
            Is.Empty);
    }

    [Test]
    public void Script_OfTheRepository_IsThere()
    {
        var scripts = Jobs.SelectMany(job => job.Scripts).SelectMany(script => script.Split('\n'))
            .Where(line => line.TrimStart().StartsWith('.')).Select(line => line.Trim().Split(' ')[0]).Distinct().ToList();

        Assert.That(scripts, Is.EqualTo([".ci/audit", ".ci/lint-workflows/run", ".ci/run", ".github/wait-for-roll"]));
        Assert.That(scripts.Select(script => Path.Combine(Repository.Root, script)), Has.All.Exist);
    }

    [Test]
    public void PulumiCli_Always_IsTheReadmesVersion()
    {
        var readme = Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), @"npx pulumi@([\d.]+)").Groups[1].Value;

        Assert.That(
            Jobs.Select(job => job.Pulumi).OfType<YamlMappingNode>().Select(step => WorkflowJob.Text(step, "with", "pulumi-version")),
            Is.Not.Empty.And.All.EqualTo(readme));
    }

    private static bool Uses(YamlMappingNode step, string action) =>
        WorkflowJob.Text(step, "uses") is { } used && used.StartsWith(action, StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:- )?uses:(.*)$", RegexOptions.Multiline)]
    private static partial Regex UsesLine();

    [GeneratedRegex(@"dotnet run (?:--no-build )?--project Infra\.Cli -- ([^>|]+)")]
    private static partial Regex InfraCommand();
}
