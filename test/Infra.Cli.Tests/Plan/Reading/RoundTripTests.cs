using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Preview;
using Infra.Cli.Tests.Properties;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>What is said of a stack is said, to the byte, of its own preview as JSON.</summary>
public sealed class RoundTripTests
{
    private const string Lacking = "stack s can't be rehearsed from this plan, since certificateArn of web-https is secret: "
        + "name the stack, or take its state once it is deployed";

    private static readonly string[][] Commands =
    [
        ["check"], ["check", "--json"], ["check", "--sarif"], ["cost"], ["cost", "--json"], ["diagram"], ["diagram", "--format", "mermaid"],
        ["rehearse", "--fast"], ["rehearse", "--fast", "--json"], ["preview"], ["preview", "--json"],
    ];

    [TestCaseSource(typeof(PlanVariants), nameof(PlanVariants.Cases))]
    [Category("Slow")]
    public async Task Everything_SaidOfAVariant_IsSaidOfItsPreview(string stack, string setting)
    {
        foreach (var graph in PlanVariants.Of(stack, setting))
            Assert.That(await FaultOfAsync(graph), Is.Null);
    }

    [Test]
    [Category("Wide")]
    public void Everything_SaidOfAnyStack_IsSaidOfItsPreview() =>
        Property.Holds(StackCases.All, count: 60, stack => FaultOfAsync(stack).GetAwaiter().GetResult());

    [Test]
    public async Task EveryCommand_OnAPreviewOfACommittedStack_SaysWhatItSaysOfTheStack(
        [ValueSource(typeof(PlanVariants), nameof(PlanVariants.Stacks))] string stack)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, (await Invocation.Of(Reference.Root, "preview", stack, "--json")).Out);
        try
        {
            foreach (var command in Commands)
            {
                var ofStack = await Invocation.Of(Reference.Root, [command[0], stack, .. command[1..]]);
                var ofFile = await Invocation.Of(Reference.Root, [command[0], "--from", file, .. command[1..]]);

                Assert.That((ofFile.ExitCode, ofFile.Out), Is.EqualTo((ofStack.ExitCode, ofStack.Out)), string.Join(' ', command));
                Assert.That(ofFile.Error, Does.Match(
                    $@"^{file} is a preview of this tool: stack {stack} of infra, \d+ resources; its configuration is in it[^\n]*\.\n$"));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    // The preview hides a secret in whatever holds it. What a setting keeps secret is thus read as its example in the settings, and in the
    // resources it is what it is: not told. So the controls that look at just that are open, and nothing else differs.
    [TestCase("dev", "alarmEmail", "ops@secret.example.net")]
    [TestCase("dev", "certificateArn", "arn:aws:acm:eu-west-1:111122223333:certificate/0123abcd-2222-3333-4444-555555555555")]
    public async Task SecretSetting_OfAPreview_LeavesOpenWhatDependsOnItAlone(string stack, string setting, string value)
    {
        var settings = await File.ReadAllTextAsync(Path.Combine(Reference.Root, $"Pulumi.{stack}.yaml"));
        using var project = new TemporaryProject().With("Pulumi.s.yaml", $"{settings}  {setting}: {{secure: AAAB}}\n");
        var preview = await Invocation.Of(project.Root, "preview", "s", "--set", $"{setting}={value}", "--json");
        await File.WriteAllTextAsync(Path.Combine(project.Root, "plan.json"), preview.Out);
        var ofStack = await Invocation.Of(project.Root, "check", "s", "--set", $"{setting}={value}");
        var ofFile = await Invocation.Of(project.Root, "check", "--from", "plan.json");

        Assert.That(preview.Out, Does.Not.Contain(value).And.Contain("[secret]"));
        Assert.That((ofFile.ExitCode, ofFile.Out.Contains("is secret")), Is.EqualTo((ofStack.ExitCode, true)), ofFile.Out);
        var open = ofFile.Out.Split('\n').Where(line => line.Contains("can't be judged", StringComparison.Ordinal));
        Assert.That(open, Has.All.EndsWith("is secret"));
        foreach (var command in Commands.Where(command => command[0] is "cost" or "diagram" or "rehearse"))
        {
            var expected = await Invocation.Of(project.Root, [command[0], "s", "--set", $"{setting}={value}", .. command[1..]]);
            var run = await Invocation.Of(project.Root, [command[0], "--from", "plan.json", .. command[1..]]);
            if (command[0] == "rehearse" && setting == "certificateArn")
                Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, $"{run.Error.Split('\n')[0]}\n{Lacking}\n")));
            else
                Assert.That((run.ExitCode, run.Out), Is.EqualTo((expected.ExitCode, expected.Out)), string.Join(' ', command));
        }
    }

    private static async Task<string?> FaultOfAsync(StackCase stack) => await FaultOfAsync(await OfflineRun.RunAsync(stack.Configuration));

    private static async Task<string?> FaultOfAsync(ResourceGraph graph)
    {
        var expected = await EverythingSaid.OfAsync(graph);
        var said = await EverythingSaid.OfAsync(EverythingSaid.Read(PreviewJson.Of(graph)));
        return expected.Keys.Union(said.Keys)
            .Where(command => expected.GetValueOrDefault(command) != said.GetValueOrDefault(command))
            .Select(command => $"{command} differs: {FirstDifference(expected[command], said.GetValueOrDefault(command) ?? "")}")
            .FirstOrDefault();
    }

    private static string FirstDifference(string expected, string said) => expected.Split('\n').Zip(said.Split('\n'))
        .Where(lines => lines.First != lines.Second)
        .Select(lines => $"\n{lines.First}\n{lines.Second}")
        .FirstOrDefault("one is longer");
}
