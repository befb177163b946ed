using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Script;

public sealed class ScriptLoadTests
{
    private static readonly ServerModel Model = new(TimeSpan.FromMinutes(1), CapacityPerServer: 100);

    [Test]
    public async Task Heavy_IsThreeTimesWhatOneMoreThanTheMinimumTakes()
    {
        var load = await LoadWith(new DeclaredTracking(TrackedMetric.AverageCpu, 50, ScalesIn: true));

        Assert.That(load, Is.EqualTo(new ScriptLoad(Quiet: 10, Heavy: 300)));
    }

    [Test]
    public async Task Heavy_WithTwoTargets_GoesByTheTighter()
    {
        var load = await LoadWith(
            new DeclaredTracking(TrackedMetric.AverageCpu, 50, ScalesIn: true),
            new DeclaredTracking(TrackedMetric.RequestsPerTarget, 600, ScalesIn: true));

        Assert.That(load, Is.EqualTo(new ScriptLoad(Quiet: 2, Heavy: 60)));
    }

    [Test]
    public async Task Heavy_WithoutTarget_IsStillALoad()
    {
        Assert.That((await LoadWith()).Heavy, Is.EqualTo(300));
    }

    private static async Task<ScriptLoad> LoadWith(params DeclaredTracking[] tracking) =>
        ScriptLoad.For((await Declarations.Of("dev")).Group with { Tracking = tracking }, Model);
}
