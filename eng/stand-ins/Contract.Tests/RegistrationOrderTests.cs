namespace Contract.Tests;

/// <summary>When mocks are called, and what TestAsync waits for.</summary>
internal sealed class RegistrationOrderTests
{
    private readonly RecordingMocks _mocks = new();

    [Test]
    public async Task Registration_WithSynchronousMocks_HappensInsideTheConstructor()
    {
        var seenAfterEach = await Run.Update(_mocks, () =>
        {
            var first = new Probe("first");
            var afterFirst = _mocks.Names;
            _ = new Probe("second", new ProbeArgs { Text = first.Id });
            return new[] { afterFirst, _mocks.Names };
        });

        Assert.That(seenAfterEach, Is.EqualTo(new string[][] { ["first"], ["first", "second"] }));
    }

    private static readonly TestCaseData<Func<Probe, Resource>>[] Waits =
    [
        new(slow => new Probe("dependent", new ProbeArgs { Text = slow.Id })) { TestName = "Registration_WithInputOfSlow_Waits" },
        new(slow => new Probe("dependent", null, new() { DependsOn = slow })) { TestName = "Registration_DependingOnSlow_Waits" },
        new(slow => new Probe("dependent", null, new() { Parent = slow })) { TestName = "Registration_OfChildOfSlow_Waits" },
    ];

    [TestCaseSource(nameof(Waits))]
    public async Task Registration_OfDependent_WaitsWhileUnrelatedOverlap(Func<Probe, Resource> dependent)
    {
        await Run.Update(_mocks, () =>
        {
            _ = dependent(new Probe("slow"));
            _ = new Probe("unrelated");
            _mocks.ReleaseSlow();
        });

        Assert.That(_mocks.Names, Is.EqualTo(["slow", "unrelated", "dependent"]));
    }

    [Test]
    public async Task DependsOn_Component_WaitsForItsChildrenWithoutAddingDependencies()
    {
        var dependent = await Run.Update(_mocks, () =>
        {
            var component = new ProbeComponent("component", parent => _ = new Probe("slow", null, new() { Parent = parent }));
            var dependent = new Probe("dependent", null, new() { DependsOn = component });
            _ = new Probe("unrelated");
            _mocks.ReleaseSlow();
            return dependent;
        });

        Assert.That(_mocks.Names, Is.EqualTo(["component", "slow", "unrelated", "dependent"]));
        Assert.That(await dependent.Text.Dependencies(), Is.EqualTo([dependent]));
    }

    [Test]
    public async Task Run_WithSlowApply_AwaitsIt()
    {
        Task? slow = null;
        await Run.Update(_mocks, () => new Probe("web").Id.Apply(_ => slow = Task.Delay(50)));

        Assert.That(slow, Is.Not.Null.And.Property("IsCompletedSuccessfully").True);
    }
}
