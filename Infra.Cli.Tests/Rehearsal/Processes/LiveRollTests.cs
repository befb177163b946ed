using Infra.Cli.Tests.Rehearsal.WebServers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Processes;

[Category("Live")]
internal sealed class LiveRollTests
{
    private const double RequestsPerSecond = 50;

    // Which web server it is makes no difference to a roll; embedded ones are there on every machine.
    [Test]
    [Requirement("R6")]
    [Requirement("R8")]
    public async Task Roll_OfTwoServersUnderLoad_FailsNoRequest()
    {
        var declared = await Declarations.Of("prod");
        var warmup = TimeSpan.FromMinutes(1);
        using var sandbox = new ServerSandbox();
        await using var stack = await LiveStack.StartAsync(
            declared with { Group = declared.Group with { InstanceWarmup = warmup, Refresh = declared.Group.Refresh! with { InstanceWarmup = warmup } } },
            isNginx: false);
        stack.Stage.SetLoad(RequestsPerSecond);
        await stack.UntilAsync(_ => stack.Stage.Load.Counts.Sent > 0);
        var before = stack.Stage.Load.Counts;

        stack.Stage.Roll();
        await stack.UntilAsync(view => view.Healthy == 2 && view.Servers.All(server => server.TemplateVersion == 2));
        var during = stack.Stage.Load.Counts.Since(before);

        Assert.That((during.Sent > 0, during.Failed), Is.EqualTo((true, 0)), $"{during}");
        Assert.That(stack.Stage.HighestCapacity, Is.EqualTo(2));
    }
}
