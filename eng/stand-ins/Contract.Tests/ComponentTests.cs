namespace Contract.Tests;

/// <summary>Components and stack outputs.</summary>
internal sealed class ComponentTests
{
    private readonly RecordingMocks _mocks = new();

    [Test]
    public async Task Component_WithOrWithoutArgs_ShowsTokenAndInputs()
    {
        await Run.Update(_mocks, () => (new ProbeComponent("bare"), new ProbeComponent("full", args: new ProbeArgs { Text = "t" })));

        Assert.That(_mocks["bare"], Has.Property("Type").EqualTo(ProbeComponent.Token).And.Property("Inputs").Empty);
        Assert.That(_mocks["full"].Inputs, Is.EqualTo(new Dictionary<string, object> { ["text"] = "t" }));
    }

    [Test]
    public async Task ComponentOutput_WhenMockReturnsOne_IsNotOverwritten()
    {
        var mocks = new RecordingMocks { OnResource = _ => (null, new Dictionary<string, object> { ["endpoint"] = "mock", ["Size"] = 9 }) };
        var component = await Run.Update(mocks, () => new ProbeComponent("alb", self => self.Endpoint = Output.Create("own")));

        Assert.That(await component.Endpoint!.Value(), Is.EqualTo("own"));
        Assert.That(component.Size, Is.Null);
    }

    [Test]
    public async Task RegisterOutputs_OfDictionary_ReachesTheMocksOnceBesideTheStacks()
    {
        var component = await Run.Update(_mocks, () => new ProbeComponent("alb", self =>
            self.Register(new() { ["port"] = 443, ["key"] = Output.CreateSecret("k"), ["none"] = null })));
        var urn = await component.Urn.Value();

        Assert.That(_mocks.RegisteredOutputs, Has.Count.EqualTo(2));
        var outputs = _mocks.RegisteredOutputs.Single(request => request.Urn == urn).Outputs;
        Assert.That(outputs.Keys, Is.EquivalentTo(["port", "key"]));
        Assert.That(await outputs["port"].Value(), Is.TypeOf<double>().And.EqualTo(443));
        Assert.That(await outputs["key"].Value(), Is.EqualTo("k"));
        Assert.That(await outputs["key"].IsSecret(), Is.True);
    }

    [Test]
    public async Task StackOutputs_WhenAssigned_AreRegisteredUnderTheirNames()
    {
        await Deployment.TestAsync<GoodStack>(_mocks);

        Assert.That(_mocks.RegisteredOutputs.Single().Urn, Does.EndWith("::pulumi:pulumi:Stack::project-stack"));
        Assert.That(_mocks.RegisteredOutputs.Single().Outputs.Keys, Is.EquivalentTo(["url", "Count"]));
    }

    [Test]
    public Task StackOutputs_WhenUnassigned_FailTheRun() => Run.Fails(() => Deployment.TestAsync<UnassignedStack>(_mocks), Is.EqualTo(
        "Output(s) 'A, bee' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor."));

    private sealed class GoodStack : Stack
    {
        public GoodStack() => (Url, Count) = (Output.Create("u"), Output.Create(1));

        [Output("url")] public Output<string> Url { get; private set; }
        [Output] public Output<int> Count { get; private set; }
    }

    private sealed class UnassignedStack : Stack
    {
        [Output] public Output<string> A { get; private set; } = null!;
        [Output("bee")] public Output<string> B { get; private set; } = null!;
    }
}
