using System.CommandLine;
using Infra.Cli.Live;
using Infra.Cli.Live.Verify;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Live.Verify;

/// <summary>Which site a command line names, and what of it.</summary>
internal sealed class VerifyOptionsTests
{
    [TestCase(200)]
    [TestCase(401)]
    [TestCase(599)]
    public void Status_MayBeAnyThatIsFinal(int status) =>
        Assert.That(Site($"https://a --status {status}").FrontStatus, Is.EqualTo(status));

    [TestCase(1)]
    [TestCase(65535)]
    public void HttpPort_MayBeAnyThatIsAPort(int port) =>
        Assert.That(Site($"https://a --http-port {port}").HttpPort, Is.EqualTo(port));

    [TestCase("ELBSecurityPolicy-TLS13-1-3-2021-06", "", true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-2021-06", "", false)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-2021-06", " --tls13-only", true)]
    [TestCase("", "", false)]
    [TestCase("", " --tls13-only", true)]
    public void Tls13_IsAllThatIsWanted_ByTheStacksPolicyOrTheOption(string policy, string option, bool isOnly)
    {
        var site = Site($"--stack dev{option}", $$"""{ "url": "https://a", "tlsPolicy": "{{policy}}" }""");

        Assert.That(site.IsTls13Only, Is.EqualTo(isOnly));
    }

    [Test]
    public void HealthPath_OfAStack_ThatIsNone_IsSaidToBeTheStacks() => Assert.That(
        () => Site("--stack dev", """{ "url": "https://a", "healthCheckPath": "up" }"""),
        Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            "--stack dev: the output 'healthCheckPath' must begin with a slash and have nothing in it that a URL encodes, got 'up'"));

    [Test]
    public void Stack_IsCompleted()
    {
        var command = new Command("verify");
        _ = new VerifyOptions(command);

        Assert.That(command.Options.Single(option => option.Name == "--stack").CompletionSources, Has.Count.EqualTo(1));
    }

    [Test]
    public void Report_SaysWhatItIsOf()
    {
        var report = new VerifyReport(new("https://a"), Unreachable: null, []);

        Assert.That(
            (report.Subject, report.Heading, report.Suite),
            Is.EqualTo(("https://a/", "Verification of https://a/", "infra verify https://a/")));
    }

    private static LiveSite Site(string line, string? outputs = null)
    {
        var command = new Command("verify");
        var options = new VerifyOptions(command);
        return options.Site(command.Parse(line), outputs is null ? null : SiteOutputs.Read("dev", outputs));
    }
}
