using Infra.Cli.Preview;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;
using Spectre.Console;

namespace Infra.Cli.Tests.Preview;

internal sealed class PreviewCommandTests
{
    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Text_OfACommittedStack_IsAsAccepted(string stack)
    {
        var run = await Invocation.Of(Reference.Root, "preview", stack);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Golden.Verify(stack, run.Out);
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Json_OfACommittedStack_IsAsAccepted(string stack)
    {
        var run = await Invocation.Of(Reference.Root, "preview", stack, "--json");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Golden.Verify($"{stack}.json", run.Out);
    }

    [TestCase("dev", 80)]
    [TestCase("prod", 80)]
    [TestCase("prod", 60)]
    public async Task Text_OnANarrowTerminal_KeepsToItsColumns_AndCutsNoOutput(string stack, int width)
    {
        var graph = await Graphs.Of(stack);
        using var text = new StringWriter();

        new PreviewText(graph, new AnsiWriter(text, PlainConsole.Of(text).Profile.Capabilities), width)
            .Write("Cost: about $136.59 a month at 2 servers, $152.86 at 3 (eu-west-1, on demand, 100 GB out; infra cost prod)");

        var lines = text.ToString().Split('\n');
        var outputs = lines.SkipWhile(line => line != "Outputs:").TakeWhile(line => line.Length > 0).ToList();
        Assert.That(lines.Except(outputs).Where(line => line.Length > width), Is.Empty);
        Assert.That(outputs, Has.Some.Contains("dashboards/dashboard/fleet-group").And.None.EndsWith("..."));
        Assert.That(lines.Count(line => line.EndsWith("  create", StringComparison.Ordinal)), Is.EqualTo(graph.Nodes.Count));
    }

    [Test]
    public async Task Help_Always_IsAsAccepted()
    {
        var run = await Invocation.Of(Reference.Root, "preview", "--help");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Golden.Verify("help", run.Out);
    }

    [TestCase("dev")]
    [TestCase("dev", "--json")]
    [TestCase("prod")]
    [TestCase("prod", "--json")]
    public async Task Output_OfTwoRuns_IsTheSame(params string[] args)
    {
        var first = await Invocation.Of(Reference.Root, ["preview", .. args]);
        var second = await Invocation.Of(Reference.Root, ["preview", .. args]);

        Assert.That(second.Out, Is.EqualTo(first.Out));
    }

    [Test]
    public async Task Output_FromAFolderOfTheProject_IsTheSame()
    {
        var above = await Invocation.Of(Reference.Root, "preview", "dev", "--json");
        var below = await Invocation.Of(Path.Combine(Reference.Root, "site"), "preview", "dev", "--json");

        Assert.That(below.Out, Is.EqualTo(above.Out));
    }

    [TestCase("preview", "dev")]
    [TestCase("preview", "dev", "--json")]
    public async Task Output_Always_HasNoPathOfThisMachine(params string[] args)
    {
        var run = await Invocation.Of(Reference.Root, args);

        Assert.That(
            run.Out,
            Does.Not.Contain(Reference.Root).And.Not.Contain(Path.GetTempPath()).And.Not.Contain(Environment.MachineName));
    }

    [Test]
    public async Task Text_OnATerminal_IsTheSameInColours()
    {
        var plain = await Invocation.Of(Reference.Root, "preview", "dev");
        var coloured = await Invocation.Of(Reference.Root, AnsiSupport.Yes, "preview", "dev");

        Assert.Multiple(() =>
        {
            Assert.That(plain.Out, Does.Not.Contain('\u001b'));
            Assert.That(coloured.Out, Does.Contain("\u001b[32m +   pulumi:pulumi:Stack"));
            Assert.That(
                System.Text.RegularExpressions.Regex.Replace(coloured.Out, "\u001b\\[[0-9;]*m", ""),
                Is.EqualTo(plain.Out));
        });
    }

    [Test]
    public async Task Override_OfASetting_ReachesTheResources()
    {
        var run = await Invocation.Of(Reference.Root, "preview", "dev", "--set", "egress=nat");

        Assert.That(run.Out, Does.Match(@"(?m)^ \+   .*aws:ec2:NatGateway +net-\S+ +create$"));
    }

    [Test]
    public async Task Settings_ThatAreWrong_AreOneMessageAndNoOutput()
    {
        var run = await Invocation.Of(Reference.Root, "preview", "dev", "--set", "maxServers=4");

        Assert.That(run, Is.EqualTo(new Invocation(2, "",
            """
            --set is not valid (1 problem):
              infra:maxServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 4: set it to 3

            """)));
    }

    // The key that a rule names need not be the one that was set.
    [Test]
    public async Task Settings_ThatAreWrong_AreBlamedOnWhereTheyAre()
    {
        using var project = new TemporaryProject();
        project.With("Pulumi.s.yaml", "config:\n  aws:region: eu-west-1\n  infra:zones: [eu-west-1a, eu-west-1b]\n  infra:maxServers: 5\n");

        var run = await Invocation.Of(
            project.Root, "preview", "s", "--set", "cpuTarget=x", "--set", "vpcId=x", "--set", "aws:region=nowhere");

        Assert.That(run.Error, Does.Match(
            @"\A--set is not valid \(3 problems\):\n  aws:region .*\n  infra:cpuTarget .*\n  infra:vpcId is not a setting.*\n"
            + @"Pulumi\.s\.yaml with --set is not valid \(\d problems?\):\n(  infra:zones .*\n)?  infra:maxServers .*got 5.*\n\z"));
    }

    [Test]
    public async Task Stack_ThatIsNotThere_IsOneMessage()
    {
        var run = await Invocation.Of(Reference.Root, "preview", "nope");

        Assert.That(run, Is.EqualTo(new Invocation(2, "", "there is no stack 'nope': name one of dev, prod, or add Pulumi.nope.yaml\n")));
    }

    [Test]
    public async Task Stack_ThatIsNotNamed_IsWrongUsage()
    {
        var run = await Invocation.Of(Reference.Root, "preview");

        Assert.That(run, Is.EqualTo(new Invocation(
            2,
            "",
            "Required argument 'stack' missing for command: 'preview'. Name one, or a file by --from.\n"
                + "Run 'infra preview --help' for what there is.\n")));
    }
}
