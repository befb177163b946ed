using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Xml.Linq;
using Infra.Cli.Tests.Rehearsal.WebServers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal;

internal sealed class RehearseCommandTests
{
    [Test]
    public async Task Help_OfTheCommand_IsAsAccepted()
    {
        var run = await RunAsync("--help");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Golden.Verify("rehearse-help", run.Out);
    }

    [TestCase("dev", "--fast")]
    [TestCase("prod", "--fast", "--json")]
    public async Task Fast_RunTwice_PrintsTheSameToTheByte(params string[] args)
    {
        var (first, second) = (await RunAsync(args), await RunAsync(args));

        Assert.That((first.ExitCode, first.Error), Is.EqualTo((0, "")));
        Assert.That(first.Out, Is.Not.Empty);
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Fast_AsJson_IsTheReport()
    {
        var run = await RunAsync("prod", "--fast", "--json");

        var checks = JsonDocument.Parse(run.Out).RootElement.GetProperty("checks").EnumerateArray();
        Assert.That(
            checks.Select(check => check.GetProperty("requirement").GetString()).Distinct(),
            Is.EqualTo(["R2", "R3", "R4", "R5", "R6", "R7", "R8"]));
    }

    [Test]
    public async Task JUnit_IsWrittenBesideTheText()
    {
        var folder = Directory.CreateTempSubdirectory("infra-junit-");
        var file = Path.Combine(folder.FullName, "rehearse.xml");
        try
        {
            var run = await RunAsync("dev", "--fast", "--junit", file);

            Assert.That(
                (run.ExitCode, run.Out.TrimEnd().Split('\n')[^1]),
                Is.EqualTo((0, "dev passes: 22 pass, 0 fail, 0 could not be checked, 6 left out.")));
            var suite = XDocument.Load(file).Root!.Element("testsuite")!;
            Assert.That((suite.Attribute("name")!.Value, suite.Attribute("skipped")!.Value), Is.EqualTo(("infra rehearse dev", "6")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase]
    [TestCase("--json")]
    public async Task Svg_IsWrittenBesideTheReport(params string[] form)
    {
        var folder = Directory.CreateTempSubdirectory("infra-svg-");
        var file = Path.Combine(folder.FullName, "new", "timeline.svg");
        try
        {
            var (with, without) = (await RunAsync(["dev", "--fast", "--svg", file, .. form]), await RunAsync(["dev", "--fast", .. form]));

            Assert.That(with, Is.EqualTo(without));
            Assert.That(XDocument.Load(file).Root!.Elements().First().Value, Is.EqualTo("Rehearsal of dev over time"));
            Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)!), Is.EqualTo([file]), "nothing else is left");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [PlainCase("", "--svg must name a file, got ''\n")]
    [PlainCase("plots/", "--svg must name a file, got the directory 'plots/'\n")]
    public async Task Svg_ThatIsNoFile_IsRefusedBeforeTheDrill(string file, string message)
    {
        var run = await RunAsync("dev", "--fast", "--svg", file);

        Assert.That(run, Is.EqualTo(new Invocation(2, "", message)));
    }

    [TestCase("--json, --junit and --evidence are for a drill's report: add --drill or --fast.", "--json")]
    [TestCase("--json, --junit and --evidence are for a drill's report: add --drill or --fast.", "--junit", "rehearse.xml")]
    [TestCase(
        "--evidence is for a live rehearsal, since 'infra report' has a fast one of its own: leave one out.",
        "--fast", "--evidence", "rehearse.json")]
    [TestCase("--svg is for a plot of a drill: add --drill or --fast.", "--svg", "timeline.svg")]
    [TestCase("--speed is for a live rehearsal, and --fast has neither clock, process nor port: leave one out.", "--fast", "--speed", "60")]
    [TestCase(
        "--embedded is for a live rehearsal, and --fast has neither clock, process nor port: leave one out.\n"
        + "--page-port is for a live rehearsal, and --fast has neither clock, process nor port: leave one out.",
        "--fast", "--page-port", "0", "--embedded")]
    [TestCase(
        "--application-command is for a live rehearsal, and --fast has neither clock, process nor port: leave one out.\n"
        + "--secret is for a live rehearsal, and --fast has neither clock, process nor port: leave one out.",
        "--fast", "--secret", "DB", "--application-command", "true")]
    [TestCase("--speed must be a number such as 60, got 'x'", "--speed", "x")]
    [TestCase("--speed must be a number such as 60, got '1,5'", "--speed", "1,5")]
    [TestCase("--http-port must be a whole number from 0 to 65535, got '70000'", "--http-port", "70000")]
    [TestCase("--https-port must be a whole number from 0 to 65535, got '-1'", "--https-port", "-1")]
    [TestCase("--page-port must be a whole number from 0 to 65535, got 'www'", "--page-port", "www")]
    public async Task Rejects_OptionsThatAreWrong(string message, params string[] args)
    {
        var run = await RunAsync(["dev", .. args]);

        Assert.That(run, Is.EqualTo(new Invocation(2, "", $"{message}\nRun 'infra rehearse --help' for what there is.\n")));
    }

    [TestCase("0")]
    [TestCase("0.9")]
    [TestCase("101")]
    public async Task Rejects_SpeedThatTheChecksDoNotBear(string speed)
    {
        var run = await RunAsync("dev", "--speed", speed);

        Assert.That(run, Is.EqualTo(new Invocation(
            2, "", $"--speed must be from 1 to 100, at which a health check of dev still has 50 ms, got {speed}\n")));
    }

    [TestCase(
        "--http-port",
        "the load balancer cannot listen on port {0} for HTTP and port 0 for HTTPS: choose other ports, or 0 for any free one")]
    [TestCase(
        "--https-port",
        "the load balancer cannot listen on port 0 for HTTP and port {0} for HTTPS: choose other ports, or 0 for any free one")]
    [PlainCase("--page-port", "the page's port must be free and open to this user, got {0}; with 0, any free one is taken\n")]
    public async Task Rejects_PortInUse_AndLeavesNothing(string option, string message)
    {
        using var sandbox = new ServerSandbox();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var run = await RunAsync("prod", option, $"{port}");
        other.Stop();

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith(string.Format(null, message, port)));
        Assert.That(run.Error.TrimEnd('\n'), Does.Not.Contain('\n'));
        Assert.That(sandbox.Remains(new($"http://127.0.0.1:{port}")), Is.Empty);
    }

    private static Task<Invocation> RunAsync(params string[] args) => Invocation.Of(Reference.Root, ["rehearse", .. args]);
}
