namespace Contract.Tests;

/// <summary>The resources and URNs a mock run gives out. Unlike the engine's, they lack parent components.</summary>
internal sealed class UrnTests
{
    private const string Prefix = "urn:pulumi:stack::project::pulumi:pulumi:Stack";

    [Test]
    public async Task Result_OfStack_IsTheStackThenItsResourcesInCallOrder()
    {
        var resources = await Run.StackOf(new RecordingMocks(), () =>
        {
            var stack = new Stack();
            _ = new ProbeComponent("component", parent => _ = new Probe("child", null, new() { Parent = parent }));
            return stack;
        });

        Assert.That(resources.Select(resource => resource.GetResourceName()), Is.EqualTo(["project-stack", "component", "child"]));
        Assert.That(await resources[0].Urn.Value(), Is.EqualTo($"{Prefix}::project-stack"));
    }

    [Test]
    public async Task Urn_AtAnyDepth_NamesOnlyTheStackAsParentType()
    {
        Probe leaf = null!;
        var outer = await Run.Update(new RecordingMocks(), () => new ProbeComponent("outer", parent =>
            _ = new ProbeComponent("inner", child => leaf = new Probe("leaf", null, new() { Parent = child }), new() { Parent = parent })));

        Assert.That(await outer.Urn.Value(), Is.EqualTo($"{Prefix}${ProbeComponent.Token}::outer"));
        Assert.That(await leaf.Urn.Value(), Is.EqualTo($"{Prefix}${Probe.Token}::leaf"));
    }
}
