using System.Text.RegularExpressions;
using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Docs;

// That the workflows do for every stack what they do for one, whatever the stacks are called: here none is known by its name.
public sealed partial class WorkflowStackTests
{
    private static readonly WorkflowJob DeployStack = Workflow.Named("deploy-stack").Job("deploy");

    private static IEnumerable<WorkflowJob> Jobs => Workflow.All.SelectMany(workflow => workflow.Jobs);

    private static IEnumerable<WorkflowJob> Matrices => Jobs.Where(job => job.Find("strategy") is not null);

    private static IEnumerable<WorkflowJob> OnAStack => Jobs.Where(job => job.Pulumi is not null);

    // The stacks as delivered, and the project. The tool is called infra too: a command follows, or its reports are named after it.
    [Test]
    public void Workflow_Never_NamesAStackOrTheProject()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github"), "*", SearchOption.AllDirectories)
            .SelectMany(file => NameByHand().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));

        Assert.That(named, Is.Empty);
    }

    [TestCase("environment: prod", 1)]
    [TestCase("stack: [dev, prod]", 2)]
    [TestCase("group: stack-dev", 1)]
    [TestCase("role/infra-deploy", 1)]
    [TestCase("infra:deletionProtection", 1)]
    [TestCase("2>/dev/null, $developer and category: infra-check-x, as 'infra check' says", 0)]
    public void NameByHand_InAText_IsFound(string text, int count) => Assert.That(NameByHand().Matches(text), Has.Count.EqualTo(count));

    [Test]
    public void Stacks_Always_AreAskedOfTheProgram()
    {
        var list = Workflow.Named("stacks").Job("list");

        Assert.That(WorkflowJob.Text(list.Step("List"), "run"), Does.StartWith("stacks=$(dotnet run ").And.Contain(" -- stacks --json)"));
        Assert.That(list.Texts("outputs"), Is.EquivalentTo(Workflow.Named("stacks").Outputs.Select(
            name => KeyValuePair.Create(name, $"${{{{ steps.list.outputs.{name} }}}}"))));
        Assert.That(Workflow.Named("stacks").Outputs.Select(
                name => WorkflowJob.Text(Workflow.Named("stacks").Root, "on", "workflow_call", "outputs", name, "value")),
            Is.EqualTo(Workflow.Named("stacks").Outputs.Select(name => $"${{{{ jobs.list.outputs.{name} }}}}")));
    }

    [Test]
    public void Matrix_Always_IsOfTheStacksThatThereAre()
    {
        Assert.That(Matrices.Select(job => $"{job}: {List(job)}"), Is.EquivalentTo(
        [
            "ci.stack: all",
            "deploy.unprotected: unprotected",
            "deploy.protected: protected",
            "drift.drift: deployed",
            "preview.pulumi: deployed",
            "preview.offline: all",
        ]));
        Assert.Multiple(() =>
        {
            foreach (var job in Matrices)
            {
                Assert.That(job.Needs, Has.Member("stacks"), job.ToString());
                Assert.That(Workflow.Named(job.Workflow).Job("stacks").Called, Is.EqualTo("stacks"), job.ToString());
                // With a matrix of whole objects, GitHub would name the job after all they hold.
                Assert.That(job.Text("name"), Is.EqualTo($"{job.Name} (${{{{ matrix.stack }}}})"));
            }
        });
    }

    // GitHub fails on a matrix without values, and evaluates it only after `if`.
    [Test]
    public void Matrix_WithoutAStack_IsLeftOut()
    {
        Assert.Multiple(() =>
        {
            foreach (var job in Matrices)
                Assert.That(job.Text("if"), Does.Contain($"needs.stacks.outputs.{List(job)} != '[]'"), job.ToString());

            // An alternative beside it would let the empty one through.
            Assert.That(Matrices.Where(job => job.Name != "protected").Select(job => job.Text("if")), Has.None.Contains("||"));
        });
    }

    [Test]
    public void StackThatFails_Never_BreaksOffAnother()
    {
        Assert.That(
            Matrices.Where(job => job.Text("strategy", "fail-fast") != "false").Select(job => job.ToString()),
            Is.EqualTo(["deploy.protected"]));
        // There it is what keeps the next one from starting, and nothing else is under way.
        Assert.That(Workflow.Named("deploy").Job("protected").Texts("strategy"), Is.EquivalentTo(
        [
            KeyValuePair.Create("fail-fast", "true"),
            KeyValuePair.Create("max-parallel", "1"),
        ]));
    }

    [Test]
    public void JobOnAStack_Always_HasAGroupOfItsOwn()
    {
        var jobs = OnAStack.Where(job => job.Workflow != "preview").ToList();

        // GitHub keeps one job waiting in a group and cancels any other: a look at night must not cancel a deploy.
        Assert.That(jobs.Select(job => $"{job}: {job.Text("concurrency", "group")}"), Is.EquivalentTo(
            ["deploy-stack.deploy: stack-${{ inputs.stack }}", "drift.drift: drift-${{ matrix.stack }}"]));
        Assert.That(jobs.Select(job => job.Text("concurrency", "cancel-in-progress")), Has.All.EqualTo("false"));
    }

    [Test]
    public void JobOnAStack_Always_IsInItsRegionAsItsRole()
    {
        Assert.That(
            OnAStack.Select(job => string.Join(
                ", ",
                job.ToString(),
                WorkflowJob.Text(job.Pulumi!, "with", "stack-name") ?? job.Text("env", "STACK"),
                WorkflowJob.Text(job.Role!, "with", "aws-region"),
                WorkflowJob.Text(job.Role!, "with", "role-to-assume"))),
            Is.EquivalentTo(
            [
                "deploy-stack.deploy, ${{ inputs.stack }}, ${{ inputs.region }}, ${{ vars.AWS_DEPLOY_ROLE }}",
                "drift.drift, ${{ matrix.stack }}, ${{ matrix.region }}, ${{ fromJSON(vars.AWS_PREVIEW_ROLES)[matrix.stack] }}",
                "preview.pulumi, ${{ matrix.stack }}, ${{ matrix.region }}, ${{ fromJSON(vars.AWS_PREVIEW_ROLES)[matrix.stack] }}",
            ]));
    }

    // Without one, the action's message would be of credentials.
    [Test]
    public void JobOnAStack_WithoutARole_SaysSoFirst()
    {
        Assert.Multiple(() =>
        {
            foreach (var job in OnAStack)
            {
                var check = job.Steps.Single(step => WorkflowJob.Text(step, "env", "ROLE") is not null);
                Assert.That(job.Steps.ToList().IndexOf(check), Is.LessThan(job.Steps.ToList().IndexOf(job.Role!)), job.ToString());
                Assert.That(WorkflowJob.Text(check, "run"), Does.StartWith("[[ $ROLE ]] || {").And.EndsWith("exit 1; }\n"));
            }
        });
    }

    [Test]
    public void Variable_OfAScript_IsTheStack()
    {
        var values = Jobs.SelectMany(job => job.Steps
            .Where(step => WorkflowJob.Text(step, "run") is { } script && script.Contains("$STACK", StringComparison.Ordinal))
            .Select(step => $"{job.Workflow}: {WorkflowJob.Text(step, "env", "STACK") ?? job.Text("env", "STACK")}"));

        Assert.That(values.Distinct(), Is.EquivalentTo(
        [
            "ci: ${{ matrix.stack }}",
            "deploy-stack: ${{ inputs.stack }}",
            "drift: ${{ matrix.stack }}",
            "preview: ${{ matrix.stack }}",
        ]));
    }

    [Test]
    public void Deploy_OfAStack_IsVerifiedInItsEnvironment()
    {
        var scripts = DeployStack.Steps.Select(step => WorkflowJob.Text(step, "run") ?? "").ToList();
        var up = DeployStack.Steps.ToList().IndexOf(DeployStack.Pulumi!);
        var roll = scripts.FindIndex(script => script.EndsWith("roll \"$STACK\"", StringComparison.Ordinal));
        var verify = scripts.FindIndex(
            script => script.EndsWith("verify --stack \"$STACK\" --evidence verify.json", StringComparison.Ordinal));
        var report = scripts.FindIndex(script => script.Contains("-- report \"$STACK\"", StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That(WorkflowJob.Text(DeployStack.Pulumi!, "with", "command"), Is.EqualTo("up"));
            Assert.That(DeployStack.Text("environment"), Is.EqualTo("${{ inputs.stack }}"));
            Assert.That(WorkflowJob.Text(DeployStack.Pulumi!, "with", "refresh"), Is.EqualTo("true"));
            // Before the roll is done, the old servers would be verified.
            Assert.That(new[] { -1, up, roll, verify, report }, Is.Ordered.Ascending.And.Unique);
        });
    }

    // A pull request brings the workflow along; what holds is that the role trusts the environment alone, and that it has reviewers.
    [Test]
    public void Preview_OfAProtectedStack_RunsInAnEnvironmentOfItsOwn() => Assert.That(
        Workflow.Named("preview").Job("pulumi").Text("environment"),
        Is.EqualTo("${{ matrix.protected && format('{0}-preview', matrix.stack) || '' }}"));

    // In an environment its subject would be another than main's.
    [Test]
    public void Drift_Always_RunsAsMain() => Assert.That(Workflow.Named("drift").Job("drift").Find("environment"), Is.Null);

    [Test]
    public void State_OfAStack_IsItsOwn() => Assert.That(
        OnAStack.Select(job => (WorkflowJob.Text(job.Pulumi!, "with", "cloud-url") ?? job.Text("env", "PULUMI_BACKEND_URL"))!
            .Replace("inputs", "matrix", StringComparison.Ordinal)),
        Has.All.EqualTo("${{ fromJSON(vars.PULUMI_BACKEND_URLS)[matrix.stack] }}"));

    [Test]
    public void Deploy_OfAStack_IsOfTheHeadOfMain()
    {
        Assert.That(WorkflowJob.Text(DeployStack.Steps[0], "run"),
            Does.Contain("commits/main").And.Contain("[[ $head == \"$GITHUB_SHA\" ]]").And.Contain("exit 1"));
    }

    [Test]
    public void Deploy_Always_IsTheSameForEveryStack()
    {
        var jobs = Workflow.Named("deploy").Jobs.Where(job => job.Find("strategy") is not null).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(jobs.Select(job => job.Called), Has.All.EqualTo("deploy-stack"));
            Assert.That(jobs.Select(job => job.Text("with", "stack")), Has.All.EqualTo("${{ matrix.stack }}"));
            Assert.That(jobs.Select(job => job.Text("with", "region")), Has.All.EqualTo("${{ matrix.region }}"));
            // Nothing else changes a stack.
            Assert.That(
                OnAStack.Where(job => WorkflowJob.Text(job.Pulumi!, "with", "command") is not (null or "preview")
                        || job.Scripts.Any(script => script.Contains("pulumi up", StringComparison.Ordinal)))
                    .Select(job => job.ToString()),
                Is.EqualTo(["deploy-stack.deploy"]));
        });
    }

    [Test]
    public void DeployOfProtectedStacks_Always_ComesAfterTheOthersAreVerified()
    {
        var jobs = Workflow.Named("deploy").Jobs.ToList();

        Assert.That(jobs.Select(job => $"{job.Name} after {string.Join(", ", job.Needs)}"), Is.EqualTo(
        [
            "stacks after ",
            "test after stacks",
            "unprotected after stacks, test",
            "protected after stacks, test, unprotected",
        ]));
        // A job runs only if those that it needs have passed, unless its condition has cancelled() or the like in it.
        Assert.That(jobs.Select(job => job.Text("if")), Is.EqualTo(
        [
            "${{ vars.PULUMI_BACKEND_URLS != '' }}",
            null,
            "${{ needs.stacks.outputs.unprotected != '[]' }}",
            "${{ !cancelled() && needs.test.result == 'success' && needs.stacks.outputs.protected != '[]'"
            + " && (needs.unprotected.result == 'success'"
            + " || needs.unprotected.result == 'skipped' && needs.stacks.outputs.unprotected == '[]') }}",
        ]));
    }

    // Nothing beside it, which would multiply the jobs.
    private static string List(WorkflowJob job) => job.Find("strategy", "matrix") is YamlMappingNode { Children.Count: 1 }
        ? Stacks().Match(job.Text("strategy", "matrix", "include") ?? "").Groups["list"].Value
        : "";

    [GeneratedRegex(@"^\$\{\{ fromJSON\(needs\.stacks\.outputs\.(?<list>\w+)\) \}\}$")]
    private static partial Regex Stacks();

    [GeneratedRegex(@"(?<!/)\b(dev|prod)\b|\binfra\b(?! (check|docs|drill|preview|stacks|verify)\b|-check-)")]
    private static partial Regex NameByHand();
}
