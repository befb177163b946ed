using Pulumi.Aws.Ec2;

namespace Contract.Tests;

/// <summary>What a mock is shown of a registration.</summary>
internal sealed class MockInputsTests
{
    [Test]
    public async Task Registration_WithoutOptions_ShowsTokenNameAndEmptyProviderAndId()
    {
        var mocks = new RecordingMocks();
        await Run.Update(mocks, () => new Probe("web"));

        Assert.That(mocks.Names, Is.EqualTo(["web"]), "the root stack is not passed to the mocks");
        Assert.That(mocks["web"], Has.Property("Type").EqualTo(Probe.Token).And.Property("Provider").EqualTo("")
            .And.Property("Id").EqualTo("").And.Property("Inputs").Empty);
    }

    private static readonly TestCaseData<ProbeArgs, object>[] Mappings =
    [
        new(new() { Any = 443 }, 443d),
        new(new() { Any = ProbeLevel.High }, 2d),
        new(new() { Any = true }, true),
        new(new() { Any = "text" }, "text"),
        new(new() { Text = Output.CreateSecret("secret") }, "secret"),
        new(new() { Choice = "plain" }, "plain"),
        new(new() { Choice = ProbeColor.Red }, "red"),
        new(new() { Any = new List<string?> { "a", null } }, ImmutableArray.Create<object?>("a", null)),
        new(new() { Any = new[] { 1, 2 } }, ImmutableArray.Create<object>(1d, 2d)),
        new(new() { List = { "a", Output.CreateSecret("b") } }, ImmutableArray.Create<object>("a", "b")),
        new(new() { List = Array.Empty<string>() }, ImmutableArray<object>.Empty),
        new(new() { Map = { ["k"] = Output.Create("v") } }, Dictionary("k", "v")),
        new(new() { Any = new Dictionary<string, object?> { ["a"] = 1, ["null"] = null, ["__hidden"] = 2 } }, Dictionary("a", 1d)),
        new(new() { Nested = new ProbeNestedArgs { Port = 443, Note = null } }, Dictionary("port", 443d)),
        new(new() { Encoded = new[] { "1" } }, """[ "1" ]"""),
        new(new() { Encoded = new Dictionary<string, object> { ["tags"] = Dictionary("k", "v") } }, """{ "tags": { "k": "v" } }"""),
        new(new() { Encoded = new Dictionary<string, object> { ["c"] = 1, ["a"] = 2, ["b"] = 3 } }, """{ "a": 2, "b": 3, "c": 1 }"""),
        new(new() { Encoded = false }, "false"),
    ];

    [TestCaseSource(nameof(Mappings))]
    public async Task Value_WhenSent_ArrivesAs(ProbeArgs args, object expected) =>
        Assert.That((await InputsOf(args)).Values.Single(), Is.TypeOf(expected.GetType()).And.EqualTo(expected));

    [Test]
    public async Task AssetOrResource_AsValue_KeepsItsKind()
    {
        var mocks = new RecordingMocks();
        await Run.Update(mocks, () => new Probe("user", new() { Any = new Probe("used") }));

        Assert.That(mocks["user"].Inputs["any"], Is.InstanceOf<Resource>(), "not an id");
        Assert.That((await InputsOf(new() { Any = new StringAsset("x") }))["any"], Is.TypeOf<StringAsset>());
        Assert.That((await InputsOf(new() { Any = new FileArchive("x.zip") }))["any"], Is.TypeOf<FileArchive>());
    }

    [Test]
    public async Task ResourceOfAnSdk_AsValue_IsACopyWithTheMocksState()
    {
        var mocks = new RecordingMocks();
        var vpc = await Run.Update(mocks, () =>
        {
            var vpc = new Vpc("used", new() { CidrBlock = "10.0.0.0/16" });
            _ = new Probe("user", new() { Any = vpc });
            return vpc;
        });

        Assert.That(mocks["user"].Inputs["any"], Is.TypeOf<Vpc>().And.Not.SameAs(vpc));
        var copy = (Vpc)mocks["user"].Inputs["any"];
        Assert.That(await copy.Urn.Value(), Is.EqualTo(await vpc.Urn.Value()));
        Assert.That((await copy.Id.Value(), await copy.CidrBlock.Value()), Is.EqualTo(("used_id", "10.0.0.0/16")));
        Assert.That(mocks.Names, Is.EqualTo(["used", "user"]), "a copy is not registered");
    }

    [Test]
    public async Task Unknown_AtAnyDepth_OmitsTheWholeTopLevelKeyOnly()
    {
        var unknown = OutputUtilities.CreateUnknown("");
        var inputs = await InputsOf(new()
        {
            Any = "sibling",
            Text = unknown,
            List = { "a", unknown },
            Map = { ["a"] = "b", ["c"] = unknown },
            Nested = new ProbeNestedArgs { Port = 1, Note = unknown },
        });

        Assert.That(inputs.Keys, Is.EqualTo(["any"]));
    }

    [Test]
    public async Task NullAndTopLevelId_WhenSent_AreOmitted() =>
        Assert.That(await InputsOf(new() { Id = "i", Any = null, Text = Output.Create((string)null!) }), Is.Empty);

    [Test]
    public async Task Collection_OnceItsGetterWasRead_ArrivesEmpty()
    {
        var read = new ProbeArgs();
        (_, _) = (read.List, read.Map);

        Assert.That((await InputsOf(read)).Keys, Is.EquivalentTo(["list", "map"]));
        Assert.That((await InputsOf(read)).Values, Is.All.Empty);
        Assert.That(await InputsOf(new() { List = { }, Map = { } }), Is.Empty, "an empty initializer does not call the getter");
    }

    private static readonly object[] UnsupportedValues = [1L, 1f, 1m, DateTime.UnixEpoch, new Uri("http://a"), new HashSet<int>(), (1, 2)];

    [TestCaseSource(nameof(UnsupportedValues))]
    public Task Value_OfUnsupportedType_FailsWithItsPath(object value) =>
        Run.Fails(() => _ = new Probe("web", new() { Any = value }), Does.Contain(
            "System.InvalidOperationException: error serializing property \"any\": "
            + $"{value.GetType().FullName} is not a supported argument type.\n\tresource:web[{Probe.Token}].any"));

    private static readonly TestCaseData<Action, string>[] MissingRequired =
    [
        new(() => _ = new ProbeComponent("web", args: new ProbeNestedArgs()), "ArgumentNullException: "),
        new(
            () => _ = new Probe("web", new() { Nested = new ProbeNestedArgs() }),
            "InvalidOperationException: error serializing property \"nested\": "),
    ];

    [TestCaseSource(nameof(MissingRequired))]
    public Task RequiredInput_WhenMissing_FailsNamingTheMember(Action program, string start) => Run.Fails(program, Does.Contain(
        $"System.{start}[Input] Contract.Tests.Support.ProbeNestedArgs.Port is required but was not given a value (Parameter 'Port')"));

    [Test]
    public async Task PrivateFieldOfABaseClass_WithInput_IsNotSent()
    {
        var mocks = new RecordingMocks();
        await Run.Update(mocks, () => new ProbeComponent("probe", args: new DerivedArgs()));

        Assert.That(mocks["probe"].Inputs.Keys, Is.EquivalentTo(["own", "shared"]));
    }

    private static ImmutableDictionary<string, object> Dictionary(string key, object value) =>
        ImmutableDictionary<string, object>.Empty.Add(key, value);

    private static async Task<ImmutableDictionary<string, object>> InputsOf(ProbeArgs args)
    {
        var mocks = new RecordingMocks();
        await Run.Update(mocks, () => new Probe("probe", args));
        return mocks["probe"].Inputs;
    }

    private class BaseArgs : ResourceArgs
    {
        [Input("hidden")] private readonly string _hidden = "h";
        [Input("shared")] public string Shared => _hidden;
    }

    private sealed class DerivedArgs : BaseArgs
    {
        [Input("own")] private readonly string _own = "o";

        public override string ToString() => _own;
    }
}
