using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Tests.Rehearsal.WebServers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Emulation;

[Category("Live")]
internal sealed class RollTests
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
        await using var stack = await StackUnderTest.StartAsync(
            declared.WithGroup(group => group with { InstanceWarmup = warmup, Refresh = group.Refresh! with { InstanceWarmup = warmup } }),
            isNginx: false);
        stack.Emulated.SetLoad(RequestsPerSecond);
        await stack.UntilAsync(_ => stack.Emulated.Load.Counts.Sent > 0);
        var before = stack.Emulated.Load.Counts;

        stack.Emulated.Roll();
        await stack.UntilAsync(view => view.Healthy >= 2 && view.Servers.All(server => server.TemplateVersion == 2));
        var during = stack.Emulated.Load.Counts.Since(before);

        Assert.That((during.Sent > 0, during.Failed), Is.EqualTo((true, 0)), $"{during}");
        Assert.That(stack.Emulated.HighestCapacity, Is.EqualTo(3), "the new server comes first");
    }

    [Test]
    [Requirement("R6")]
    public async Task Roll_OfAVersionThatAnswersWithErrors_GoesBack()
    {
        using var sandbox = new ServerSandbox();
        await using var stack = await StackUnderTest.StartAsync(await Declarations.Of("dev"), isNginx: false);
        stack.Emulated.SetLoad(RequestsPerSecond);
        stack.Emulated.Roll(VersionFault.Errors);
        await stack.UntilAsync(view => view.IsGoingBack);
        await stack.UntilAsync(view => view is { IsRolling: false, Healthy: > 0 });

        Assert.That(stack.Emulated.Load.Counts.Failed, Is.GreaterThan(0));
        Assert.That(
            stack.Emulated.View.Servers.Where(server => server.Lifecycle != LifecycleState.Terminating)
                .Select(server => server.TemplateVersion),
            Is.All.EqualTo(1));
    }
}
