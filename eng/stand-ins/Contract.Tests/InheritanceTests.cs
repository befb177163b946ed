namespace Contract.Tests;

/// <summary>What children take over from their parents: providers and transformations.</summary>
internal sealed class InheritanceTests
{
    private readonly RecordingMocks _mocks = new();
    private readonly List<string> _seen = [];

    [TestCase("test", "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::eu::eu_id")]
    [TestCase("other", "")]
    public async Task ComponentProvider_WhenThePackageMatches_IsInherited(string package, string expected)
    {
        await Run.Update(_mocks, () => new ProbeComponent(
            "component",
            parent => _ = new Probe("child", null, new() { Parent = parent }),
            new() { Providers = { new ProbeProvider("eu", package) } }));

        Assert.That(_mocks["child"].Provider, Is.EqualTo(expected));
    }

    [Test]
    public Task Component_WithAnotherProviderThanItsParents_Fails() => Run.Fails(
        () => _ = new ProbeComponent(
            "outer",
            parent => _ = new ProbeComponent("inner", null, new() { Parent = parent, Provider = new ProbeProvider("us") }),
            new() { Provider = new ProbeProvider("eu") }),
        Does.Contain("System.ArgumentException: ").And.Contain("'test'"));

    [Test]
    public Task Component_WithId_Fails() => Run.Fails(
        () => _ = new ProbeComponent("c", null, new() { Id = "i" }),
        Does.Contain("System.ArgumentException: ResourceOptions.Id is only valid for a CustomResource"));

    [Test]
    public Task Component_WithProviderAndProviders_Fails() => Run.Fails(
        () => _ = new ProbeComponent("c", null, new() { Provider = new ProbeProvider("a"), Providers = { new ProbeProvider("b") } }),
        Does.Contain("Do not supply both 'provider' and 'providers' options to a ComponentResource."));

    [Test]
    public async Task Transformations_OfResourceAndParent_RunOwnFirst()
    {
        await Run.Update(_mocks, () => new ProbeComponent(
            "component",
            parent => _ = new Probe("child", null, new() { Parent = parent, ResourceTransformations = { Noting("own") } }),
            new() { ResourceTransformations = { Noting("parent") } }));

        Assert.That(_seen, Is.EqualTo(["parent:ProbeComponent", "own:Probe", "parent:Probe"]));
    }

    [Test]
    public async Task Transformation_ReturningArgs_ChangesWhatTheMockSees()
    {
        ResourceTransformation replacing = args => new ResourceTransformationResult(new ProbeArgs { Text = "after" }, args.Options);
        await Run.Update(_mocks, () => new Probe("web", new() { Text = "before" }, new() { ResourceTransformations = { replacing } }));

        Assert.That(_mocks["web"].Inputs["text"], Is.EqualTo("after"));
    }

    [Test]
    public async Task StackTransformations_SeeTheStackAndEveryResource()
    {
        await Run.StackOf(_mocks, () =>
        {
            var stack = new Stack(new StackOptions { ResourceTransformations = { Noting("stack") } });
            _ = new Probe("web");
            return stack;
        });

        Assert.That(_seen, Is.EqualTo(["stack:Stack", "stack:Probe"]));
    }

    private ResourceTransformation Noting(string label) => args =>
    {
        _seen.Add($"{label}:{args.Resource.GetType().Name}");
        return null;
    };
}
