using System.Runtime.Versioning;
using Infra.Cli.Shell.Tools;
using Infra.Cli.Tests.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live;

/// <summary>Tools that print without an end.</summary>
[Platform("Unix", Reason = "Runs shell scripts.")]
[UnsupportedOSPlatform("windows")]
internal sealed class FloodTests
{
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private ScriptedTools _tools = null!;

    private string PidFile => Path.Combine(_tools.Folder, "pid");

    [SetUp]
    public void APathOfItsOwn()
    {
        _tools = new();
        Environment.SetEnvironmentVariable("PATH", _tools.Folder);
    }

    [TearDown]
    public void ThePathAsItWas()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _tools.Dispose();
    }

    [TestCase("exec /usr/bin/yes")]
    [PlainCase("exec /usr/bin/yes >&2")]
    [PlainCase("exec /usr/bin/yes >&2 2>&1 | /bin/cat")]
    [PlainCase("exec >&-; exec /usr/bin/yes >&2")]
    [PlainCase("exec /usr/bin/tr '\\0' x </dev/zero")]
    public async Task Flood_OnEitherPipe_EndsTheTool(string script)
    {
        _tools.Add("floods", $"echo $$ >{PidFile}\n{script}");

        await Assert.ThatAsync(
            () => new Tool("floods", most: 1024 * 1024).RunAsync([], CancellationToken.None),
            Throws.TypeOf<ToolFloodsException>().With.Message.EqualTo("'floods' printed more than 1 MiB, and was ended"));
        var pid = (await File.ReadAllTextAsync(PidFile)).Trim();
        Assert.That(() => Directory.Exists($"/proc/{pid}"), Is.False.After(30).Seconds.PollEvery(10).MilliSeconds);
    }

    [Test]
    public async Task Output_UpToTheLimit_IsTakenWhole()
    {
        _tools.Add("prints", "/usr/bin/head -c 1048576 /dev/zero; printf 'ä' >&2; exit 3");

        var run = await new Tool("prints", most: 1024 * 1024).RunAsync([], CancellationToken.None);

        Assert.That((run.ExitCode, run.Out.Length, run.Error), Is.EqualTo((3, 1024 * 1024, "ä")));
    }

    [TestCase("verify --stack dev", "--stack dev: ")]
    [TestCase("roll dev", "stack dev: ")]
    [TestCase("drill dev --yes", "stack dev: ")]
    public async Task PulumiCli_ThatFloods_IsOneMessage(string command, string asked)
    {
        _tools.Add("pulumi", "exec /usr/bin/yes");

        Assert.That(await Invocation.Of(Reference.Root, command.Split(' ')), Is.EqualTo(new Invocation(
            2,
            "",
            $"{asked}'pulumi' printed more than 16 MiB, and was ended: run 'pulumi stack output --json' to see what it prints\n")));
    }

    [TestCase("roll dev")]
    [TestCase("drill dev --yes")]
    public async Task AwsTool_ThatFloods_IsOneMessage(string command)
    {
        _tools.Pulumi();
        _tools.Add("aws", "exec /usr/bin/yes");

        var run = await Invocation.Of(Reference.Root, command.Split(' '));

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(
            run.Error,
            Does.Match(@"^'aws [a-z-]+ [a-z-]+' failed: 'aws' printed more than 16 MiB, and was ended: no answer is as long\n$"));
    }
}
