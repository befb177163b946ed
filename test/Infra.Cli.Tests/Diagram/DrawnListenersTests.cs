using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Diagram;

/// <summary>Two listeners are drawn as one only if they do the same: what differs would be drawn of the first alone.</summary>
internal sealed class DrawnListenersTests
{
    private const string Redirect = "defaultActions.0.redirect";

    [TestCase("web-https", "certificateArn", "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555")]
    [TestCase("web-https", "certificateArn", null)]
    [TestCase("web-https", "sslPolicy", "ELBSecurityPolicy-2016-08")]
    [TestCase("web-https", "defaultActions.0.targetGroupArn", "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/b/0")]
    [TestCase("web-http", $"{Redirect}.statusCode", "HTTP_302")]
    [TestCase("web-http", $"{Redirect}.protocol", "HTTP")]
    [TestCase("web-http", $"{Redirect}.port", "8443")]
    [TestCase("web-http", $"{Redirect}.host", "www.example.org")]
    [TestCase("web-http", $"{Redirect}.path", "/moved")]
    [TestCase("web-http", $"{Redirect}.query", "a=b")]
    public async Task Listeners_ThatDiffer_AreNotDrawnAsOne(string name, string input, string? value)
    {
        var alike = (await RecordedStacks.Dev()).Twice(name, listener => listener with { Inputs = listener.Inputs.SetItem("port", 8443d) });
        var kind = name == "web-https" ? "forwarding HTTPS listener" : "redirecting listener";

        Assert.That(() => ArchitectureReader.Read(new(alike)), Throws.Nothing);
        foreach (var listener in (string[])[name, $"{name}-2"])
        {
            Assert.That(
                () => ArchitectureReader.Read(new(alike.Set(listener, input, value))),
                Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                    $"stack dev has 2 {kind}s ({name}, {name}-2), and a drawing takes one: leave the others out"),
                listener);
        }
    }

    // One that redirects may itself speak HTTPS.
    [Test]
    public async Task RedirectingListeners_OfTwoProtocols_AreNotDrawnAsOne()
    {
        var graph = (await RecordedStacks.Dev()).Twice("web-http", listener => listener with
        {
            Inputs = listener.Inputs.SetItem("port", 8443d).SetItem("protocol", "HTTPS"),
        });

        Assert.That(
            () => ArchitectureReader.Read(new(graph)),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains("2 redirecting listeners (web-http, web-http-2)"));
    }
}
