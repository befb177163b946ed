using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Drill;
using Infra.Cli.Live.Drill.Steps;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>What a look at the group counts, each state by itself.</summary>
internal sealed class GroupViewTests
{
    private static readonly GroupInstance Well = new("i-1", "InService", "Healthy");

    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-lifecycle.html
    [TestCase("Pending", 1)]
    [TestCase("Pending:Wait", 1)]
    [TestCase("Pending:Proceed", 1)]
    [TestCase("InService", 1)]
    [TestCase("EnteringStandby", 1)]
    [TestCase("Standby", 1)]
    [TestCase("Terminating", 0)]
    [TestCase("Terminating:Wait", 0)]
    [TestCase("Terminating:Proceed", 0)]
    [TestCase("Terminated", 0)]
    [TestCase("Detaching", 0)]
    [TestCase("Detached", 0)]
    public void Server_InService_OrStarting_OrOnStandby_Counts(string state, int count)
    {
        var view = View(desired: 1, [Well with { LifecycleState = state }]);

        Assert.That((view.Count, view.Running), Is.EqualTo((count, 1)));
    }

    [Test]
    public void Machine_WithoutTheGroup_CountsAndRuns()
    {
        var view = View(desired: 1, [Well], strays: ["i-lost", "i-lost-too"]);

        Assert.That((view.Count, view.Running, view.IsStable), Is.EqualTo((3, 3, false)));
    }

    [TestCase("healthy", "1 serving")]
    [TestCase("initial", "1 in service but initial")]
    [TestCase(null, "1 in service but no target")]
    public void Server_IsShown_ByItsTarget(string? target, string shown) =>
        Assert.That(View(desired: 1, [Well], target).Shown, Is.EqualTo(shown));

    [TestCase("InService", "Healthy", "healthy", true)]
    [TestCase("Standby", "Healthy", "healthy", false)]
    [TestCase("Pending", "Healthy", "healthy", false)]
    [TestCase("InService", "Unhealthy", "healthy", false)]
    [TestCase("InService", "Healthy", "unhealthy", false)]
    [TestCase("InService", "Healthy", "initial", false)]
    [TestCase("InService", "Healthy", "draining", false)]
    [TestCase("InService", "Healthy", "unused", false)]
    [TestCase("InService", "Healthy", null, false)]
    public void Server_ThatIsInServiceAndPassesBothChecks_Serves(string state, string health, string? target, bool serves)
    {
        var view = View(desired: 1, [new("i-1", state, health)], target);

        Assert.That((view.Serving, view.IsStable), Is.EqualTo((serves ? new[] { "i-1" } : [], serves)));
    }

    [TestCase(1, 1, true)]
    [TestCase(2, 2, true)]
    [TestCase(1, 2, false)]
    [TestCase(2, 1, false)]
    [TestCase(0, 0, false)]
    public void Group_OfAsManyAsItWants_IsStable(int servers, int desired, bool isStable) =>
        Assert.That(View(desired, Servers(servers)).IsStable, Is.EqualTo(isStable));

    [Test]
    public void Group_WithOneThatLeaves_IsNotStable() =>
        Assert.That(View(desired: 1, [Well, new("i-2", "Terminating", "Healthy")]).IsStable, Is.False);

    [TestCase("i-1", 1, 1, 1, false, Description = "it still serves")]
    [TestCase("i-9", 1, 1, 1, true)]
    [TestCase("i-9", 2, 2, 1, false, Description = "one is missing")]
    [TestCase("i-9", 2, 2, 2, true)]
    [TestCase("i-9", 2, 1, 1, true, Description = "scaling wants fewer by now")]
    [TestCase("i-9", 1, 2, 1, true, Description = "scaling wants more, which is another thing")]
    [TestCase("i-9", 1, 1, 0, false, Description = "nobody serves")]
    [TestCase("i-9", 1, 0, 0, false, Description = "nobody serves, though none is wanted")]
    public void Server_IsReplaced_OnceOthersServeInItsPlace(string broken, int servedBefore, int desired, int servers, bool isReplaced) =>
        Assert.That(View(desired, Servers(servers)).HasReplaced(broken, servedBefore), Is.EqualTo(isReplaced));

    [Test]
    public void Changes_OfTheGroup_AreToldEach()
    {
        var before = View(desired: 1, [Well]).Group;

        Assert.That(LeftAsFoundStep.Changes(before, before), Is.Empty);
        Assert.That(LeftAsFoundStep.Changes(before, before with { MinSize = 2 }), Is.EqualTo(new[] { "minimum was 1 and is 2" }));
        Assert.That(LeftAsFoundStep.Changes(before, before with { MaxSize = 2 }), Is.EqualTo(new[] { "maximum was 3 and is 2" }));
        Assert.That(LeftAsFoundStep.Changes(before, before with { DesiredCapacity = 2 }), Is.EqualTo(new[] { "desired was 1 and is 2" }));
        Assert.That(
            LeftAsFoundStep.Changes(before, before with { SuspendedProcesses = [new("Launch"), new("AZRebalance")] }),
            Is.EqualTo(new[] { "suspended was nothing and is AZRebalance and Launch" }));
    }

    private static GroupInstance[] Servers(int count) =>
        [.. Enumerable.Range(1, count).Select(number => Well with { InstanceId = $"i-{number}" })];

    private static GroupView View(
        int desired, IReadOnlyList<GroupInstance> servers, string? target = "healthy", IReadOnlyList<string>? strays = null) => new(
        DateTimeOffset.UnixEpoch,
        TimeSpan.Zero,
        new("fleet-group", 1, 3, desired, servers, []),
        target is null ? new Dictionary<string, string>() : servers.ToDictionary(server => server.InstanceId, _ => target),
        strays ?? []);
}
