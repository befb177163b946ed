using System.Diagnostics;
using System.Runtime.Versioning;

namespace Infra.Cli.Tests.Docs;

// The scripts in the workflows that decide something, run as GitHub runs them: by `bash -e`, with a `dotnet` that plays the program.
[Category("Live")]
[UnsupportedOSPlatform("windows")]
public sealed partial class WorkflowScriptTests
{
    private const string Dev = """{"stack":"dev","region":"eu-west-1","protected":false,"sample":false}""";

    private const string Prod = """{"stack":"my.prod_2-eu","region":"us-east-1","protected":true,"sample":false}""";

    private const string UnprotectedSample = """{"stack":"try","region":"eu-west-1","protected":false,"sample":true}""";

    private const string ProtectedSample = """{"stack":"prod","region":"eu-west-1","protected":true,"sample":true}""";

    private string _folder = "";

    [OneTimeSetUp]
    public void NeedJq()
    {
        try
        {
            Process.Start(new ProcessStartInfo("jq", "--version") { RedirectStandardOutput = true })!.Dispose();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("needs jq, which is not installed here");
        }
    }

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory().FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCase($"[{Dev},{Prod}]", $"[{Dev},{Prod}]", $"[{Dev}]", $"[{Prod}]", TestName = "List_OfBothKinds_TellsThemApart")]
    [TestCase($"[{Dev},{ProtectedSample}]", $"[{Dev}]", $"[{Dev}]", "[]", TestName = "List_WithASample_DeploysTheOthers")]
    [TestCase($"[{ProtectedSample},{UnprotectedSample}]", "[]", "[]", "[]", TestName = "List_OfSamples_DeploysNone")]
    [TestCase($"[{Dev}]", $"[{Dev}]", $"[{Dev}]", "[]", TestName = "List_WithoutAProtectedOne_HasNoneOfThose")]
    [TestCase($"[{Prod}]", $"[{Prod}]", "[]", $"[{Prod}]", TestName = "List_OfProtectedOnes_HasNoOthers")]
    [TestCase("[]", "[]", "[]", "[]", TestName = "List_WithoutAStack_IsEmpty")]
    public async Task List_OfStacks_IsFiltered(string all, string deployed, string unprotected, string @protected)
    {
        // As the program may lay it out; an output is one line.
        Dotnet($"cat <<'END'\n{all.Replace(",", ",\n  ", StringComparison.Ordinal)}\nEND");

        var (status, output) = await RunAsync("stacks", "list", "List");

        Assert.That(status, Is.Zero, output);
        Assert.That(Written("output"), Is.EqualTo(
            $"all={all}\ndeployed={deployed}\nunprotected={unprotected}\nprotected={@protected}\n"));
        Assert.That(Calls(), Is.EqualTo(["run --no-build --project src/Infra.Cli -- stacks --json"]));
    }

    [TestCase("echo 'infra:zones must be two or more' >&2; exit 2", TestName = "List_WithAnInvalidStack_FailsWithTheMessage")]
    [TestCase("echo 'infra:zones must be two or more'", TestName = "List_OfSomethingElse_Fails")]
    [TestCase("true", TestName = "List_OfNothing_Fails")]
    public async Task List_Fails(string program)
    {
        Dotnet(program);

        var (status, output) = await RunAsync("stacks", "list", "List");

        Assert.That(status, Is.Not.Zero);
        Assert.That(Written("output"), Is.Empty);
        if (program.EndsWith("exit 2", StringComparison.Ordinal))
            Assert.That(output, Does.Contain("infra:zones must be two or more"));
    }

    // What says nothing of its treatment may get neither by mistake.
    [TestCase("""[{"stack":"dev"}]""", "[]")]
    [TestCase("""[{"stack":"dev","sample":false}]""", """[{"stack":"dev","sample":false}]""")]
    public async Task List_OfAStackThatSaysNothing_DeploysItNowhere(string all, string deployed)
    {
        Dotnet($"echo '{all}'");

        await RunAsync("stacks", "list", "List");

        Assert.That(Written("output"), Is.EqualTo($"all={all}\ndeployed={deployed}\nunprotected=[]\nprotected=[]\n"));
    }

    [Test]
    public async Task Deploy_WithASample_SaysThatItIsLeftOut()
    {
        var (status, output) = await RunAsync(
            "deploy", "test", "What is not deployed", ("ALL", $"[{Dev},{ProtectedSample}]"), ("DEPLOYED", $"[{Dev}]"));

        Assert.That(status, Is.Zero, output);
        Assert.That(output, Is.EqualTo("::notice::prod: still has placeholders, not deployed\n"));
        Assert.That(Written("summary"), Is.Empty);
    }

    [TestCase("[]")]
    [TestCase($"[{ProtectedSample}]")]
    public async Task Deploy_OfNothing_SaysSo(string all)
    {
        var (status, output) = await RunAsync("deploy", "test", "What is not deployed", ("ALL", all), ("DEPLOYED", "[]"));

        Assert.That(status, Is.Zero, output);
        Assert.That(output, Does.Contain("::warning::nothing is deployed"));
        Assert.That(Written("summary"), Does.StartWith("Nothing is deployed"));
    }

    [TestCase($"[{Dev},{Prod}]", "true", 0, "dev my.prod_2-eu")]
    [TestCase($"[{Dev},{Prod}]", "false", 1, "dev")]
    [TestCase("[]", "false", 0, "")]
    public async Task Controls_BeforeADeploy_AreOfEveryStack(string deployed, string program, int expected, string stacks)
    {
        Dotnet(program);

        var (status, output) = await RunAsync("deploy", "test", "No control fails", ("DEPLOYED", deployed));

        Assert.That(status, Is.EqualTo(expected), output);
        Assert.That(Calls(), Is.EqualTo(
            stacks.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(stack => $"run --no-build --project src/Infra.Cli -- check {stack}")));
    }

    [TestCase(0, 0, false)]
    [TestCase(1, 0, true)]
    [TestCase(2, 2, false)]
    [TestCase(134, 134, false)]
    public async Task StaleDocuments_Always_AreAWarning(int found, int expected, bool warns)
    {
        Dotnet($"echo 'docs/architecture-dev.svg'; exit {found}");

        var (status, output) = await RunAsync("ci", "build", "Documents made from the stacks are fresh");

        Assert.That(status, Is.EqualTo(expected));
        Assert.That(output, Does.Contain("docs/architecture-dev.svg"));
        Assert.That(output.Contains("::warning::", StringComparison.Ordinal), Is.EqualTo(warns));
        Assert.That(Calls(), Is.EqualTo(["run --no-build --project src/Infra.Cli -- docs --check"]));
    }

    [TestCase("deploy-stack", "deploy", "The environment has a role, and the stack a state", "PULUMI_BACKEND_URL")]
    [TestCase("drift", "drift", "The stack has a role and a state", "PULUMI_BACKEND_URL")]
    [TestCase("preview", "pulumi", "The stack has a role and a state", "STATE")]
    public async Task Stack_WithoutARoleOrAState_IsNamed(string workflow, string job, string step, string state)
    {
        var role = ("ROLE", "arn:aws:iam::123456789012:role/a-role");
        var url = (state, "s3://a-state/infra/dev");
        var with = await RunAsync(workflow, job, step, ("STACK", "dev"), role, url);
        var withoutRole = await RunAsync(workflow, job, step, ("STACK", "dev"), ("ROLE", ""), url);
        var withoutState = await RunAsync(workflow, job, step, ("STACK", "dev"), role, (state, ""));

        Assert.That(with, Is.EqualTo((0, "")));
        Assert.That(withoutRole.Status, Is.EqualTo(1));
        Assert.That(withoutRole.Output, Does.StartWith("::error::").And.Contain("ROLE").And.Match(@"\bdev\b"));
        Assert.That(withoutState.Status, Is.EqualTo(1));
        Assert.That(withoutState.Output, Does.StartWith("::error::").And.Contain("PULUMI_BACKEND_URLS").And.Match(@"\bdev\b"));
    }

    [TestCase(0, "dev is as the program makes it.", false)]
    [TestCase(0, "waits    LaunchTemplate fleet-launch-template: imageId is ami-1, and ami-2 is out", true)]
    [TestCase(1, "waits    LaunchTemplate fleet-launch-template: imageId is ami-1, and ami-2 is out", false)]
    [TestCase(2, "", false)]
    public async Task Drift_OfAStack_IsInTheSummary(int found, string said, bool notices)
    {
        Dotnet($"echo '{said}'; exit {found}");

        var (status, output) = await RunAsync("drift", "drift", "Nobody has changed anything by hand", ("STACK", "dev"));

        Assert.That(status, Is.EqualTo(found), output);
        Assert.That(output, Does.Contain(said));
        Assert.That(output.Contains("::notice::dev: an update waits", StringComparison.Ordinal), Is.EqualTo(notices));
        Assert.That(Written("summary"), Is.EqualTo($"### dev\n```\n{said}\n```\n"));
        Assert.That(Calls(), Is.EqualTo(["run --no-build --project src/Infra.Cli -- drift --from preview.json --state state.json"]));
    }

    [TestCase(0, 0)]
    [TestCase(255, 1)]
    public async Task Drift_OfAPreviewThatFails_SaysWhy(int previewed, int expected)
    {
        Program("pulumi", $"[ \"$1\" = stack ] || exit {previewed}");
        Dotnet("echo 'preview.json is of a preview that failed'; exit 2");

        var (status, output) = await RunAsync(
            "drift", "drift", "What there is, and what a deployment would change", ("STACK", "dev"));

        Assert.That(status, Is.EqualTo(expected), output);
        Assert.That(output.Contains("a preview that failed", StringComparison.Ordinal), Is.EqualTo(expected != 0));
        Assert.That(Calls()[..2], Is.EqualTo(
        [
            "stack export --stack dev --non-interactive",
            "preview --stack dev --non-interactive --refresh --json --show-sames",
        ]));
    }

    [Test]
    public async Task Deploy_ThatFails_SaysOfWhichStack()
    {
        var (status, output) = await RunAsync("deploy-stack", "deploy", "What to do now", ("STACK", "dev"));

        Assert.That(status, Is.Zero, output);
        Assert.That(Written("summary"), Does.StartWith("### dev: ").And.Contain("\"Roll back\".\n"));
    }

    private async Task<(int Status, string Output)> RunAsync(
        string workflow, string job, string step, params (string Name, string Value)[] variables)
    {
        var script = Path.Combine(_folder, "script");
        await File.WriteAllTextAsync(script, WorkflowJob.Text(Workflow.Named(workflow).Job(job).Step(step), "run"));
        var start = new ProcessStartInfo("bash", ["-e", script])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["GITHUB_OUTPUT"] = Path.Combine(_folder, "output");
        start.Environment["GITHUB_STEP_SUMMARY"] = Path.Combine(_folder, "summary");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    // It notes how it was called.
    private void Dotnet(string script) => Program("dotnet", script);

    private void Program(string name, string script)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, $"#!/bin/sh\necho \"$*\" >>'{_folder}/calls'\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private string[] Calls() => Written("calls").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Written(string name) => Path.Combine(_folder, name) is var file && File.Exists(file) ? File.ReadAllText(file) : "";
}
