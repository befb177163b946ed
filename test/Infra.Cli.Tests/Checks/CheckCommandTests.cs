using System.Text.Json;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Checks;

public sealed class CheckCommandTests
{
    [Test]
    public async Task Check_OfAStackThatPasses_EndsWithASentenceAndZero([Values("dev", "prod")] string stack)
    {
        var (exitCode, output, errors) = await RunAsync("check", stack);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(ExitCode.Done), errors);
            Assert.That(LastLine(output), Does.StartWith($"{stack} passes: of ").And.EndsWith(" do not apply, 0 fail."));
            Assert.That(errors, Is.Empty);
        }
    }

    [Test]
    public async Task Check_OfAStackThatFails_EndsWithOne()
    {
        var plan = (await RecordedStacks.Prod()).Without(node => node.Kind == "WebAclAssociation");

        var (exitCode, output, _) = await Invocation.Of(plan, "check", "prod");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(ExitCode.CheckFailed));
            Assert.That(output, Does.Contain("FAIL    alb-waf (medium)"));
            Assert.That(LastLine(output), Does.StartWith("prod fails: "));
        }
    }

    [Test]
    public async Task Check_OfAWhatIf_DoesNotMindWaiversThatItDoesNotNeed()
    {
        var (exitCode, output, _) = await RunAsync("check", "prod", "--set", """allowedCidrs=["203.0.113.0/24"]""", "--set", "ipv6=false");

        Assert.That(exitCode, Is.EqualTo(ExitCode.Done), output);
    }

    [TestCase("--json", "passed")]
    [TestCase("--sarif", "runs")]
    public async Task Check_ForPrograms_PrintsJsonAlone(string format, string property)
    {
        var (exitCode, output, errors) = await RunAsync("check", "dev", format);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(ExitCode.Done), errors);
            Assert.That(JsonDocument.Parse(output).RootElement.TryGetProperty(property, out _), Is.True);
        }
    }

    [TestCase("--live is about what a preview found: name its file by --from.", "check", "dev", "--live")]
    [TestCase("--json and --sarif are two formats: choose one.", "check", "dev", "--json", "--sarif")]
    [TestCase("there is no stack 'nowhere'", "check", "nowhere")]
    [TestCase("infra:maxServers must be", "check", "dev", "--set", "maxServers=4")]
    [TestCase("Required argument 'stack' missing", "check")]
    public async Task Check_OfAMistake_SaysItAndEndsWithTwo(string message, params string[] args)
    {
        var (exitCode, output, errors) = await RunAsync(args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(ExitCode.InvalidUsage));
            Assert.That(errors, Does.Contain(message).And.Not.Contain("   at "));
            Assert.That(output, Is.Empty);
        }
    }

    // Whatever is open, what fails decides.
    [TestCase("check prod", false, false, ExitCode.Done)]
    [TestCase("check prod --strict", false, false, ExitCode.Done)]
    [TestCase("check prod", true, false, ExitCode.Done)]
    [TestCase("check prod --strict", true, false, ExitCode.InvalidUsage)]
    [TestCase("check prod", true, true, ExitCode.CheckFailed)]
    [TestCase("check prod --strict", true, true, ExitCode.CheckFailed)]
    [TestCase("check prod --strict --json", true, false, ExitCode.InvalidUsage)]
    [TestCase("check prod --strict --sarif", true, false, ExitCode.InvalidUsage)]
    public async Task Check_OfWhatIsNotKnown_EndsWithZeroUnlessStrict(string line, bool isOpen, bool fails, int expected)
    {
        var plan = await (isOpen ? RecordedStacks.Open() : RecordedStacks.Prod());
        if (fails)
            plan = plan.Set("web-alb", "enableDeletionProtection", false);

        var (exitCode, output, errors) = await Invocation.Of(plan, line.Split(' '));

        Assert.That((exitCode, errors), Is.EqualTo((expected, "")), output);
    }

    [Test]
    public async Task Help_OfCheck_IsAsAccepted()
    {
        var (_, output, _) = await RunAsync("check", "--help");

        Golden.Verify("check-help", output);
    }

    [Test]
    public async Task Help_OfCheck_HasExamplesThatPass()
    {
        var (_, help, _) = await RunAsync("check", "--help");
        var examples = help.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("infra ", StringComparison.Ordinal))
            .Where(line => !line.Contains('<', StringComparison.Ordinal)).ToList();

        Assert.That(examples, Has.Count.EqualTo(4));
        foreach (var example in examples)
        {
            // What the shell does with the output is the shell's.
            var run = await RunAsync(example["infra ".Length..].Split([" | ", " > "], StringSplitOptions.None)[0].Split(' '));

            Assert.That((run.ExitCode, run.Error), Is.EqualTo((ExitCode.Done, "")), example);
        }
    }

    private static string LastLine(string output) => output.TrimEnd().Split('\n')[^1];

    private static Task<Invocation> RunAsync(params string[] args) => Invocation.Of(Reference.Root, args);
}
