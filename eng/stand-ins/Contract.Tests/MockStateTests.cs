using System.Collections;

namespace Contract.Tests;

/// <summary>How the id and state a mock returns become typed outputs.</summary>
internal sealed class MockStateTests
{
    [TestCase(null)]
    [TestCase("")]
    public async Task Id_WhenNullOrEmpty_IsUnknownEvenInUpdate(string? id)
    {
        var probe = await Returned(new ProbeArgs(), id);

        Assert.That(await probe.Id.IsKnown(), Is.False);
        Assert.That(await probe.Urn.IsKnown(), Is.True);
    }

    [Test]
    public async Task Id_OfRead_IsTheRequestedOne()
    {
        var mocks = Answering(new ProbeArgs());
        var probe = await Run.Update(mocks, () => new Probe("web", new() { Text = "t" }, new() { Id = "requested" }));

        Assert.That(await probe.Id.Value(), Is.EqualTo("requested"));
        Assert.That(mocks["web"], Has.Property("Id").EqualTo("requested").And.Property("Inputs").EqualTo(Of("text", "t")));
    }

    [TestCase(null, "imported")]
    [TestCase("mocked", "mocked")]
    public async Task Id_OfImport_PrefersTheMocks(string? returned, string expected)
    {
        var mocks = Answering(new ProbeArgs(), returned);
        var probe = await Run.Update(mocks, () => new Probe("web", null, new() { ImportId = "imported" }));

        Assert.That(mocks["web"].Id, Is.EqualTo("imported"));
        Assert.That(await probe.Id.Value(), Is.EqualTo(expected));
    }

    private static readonly object[] Shapes =
    [
        Of("text", "t"),
        Of("text", "t").ToImmutableDictionary(),
        new Hashtable { ["text"] = "t" },
        new ProbeArgs { Text = "t" },
        new FieldState("t"),
    ];

    [TestCaseSource(nameof(Shapes))]
    public async Task State_OfSupportedShape_FillsOutputs(object state) =>
        Assert.That(await (await Returned(state)).Text.Value(), Is.EqualTo("t"));

    [Test]
    public async Task State_OfAnOutputTypeWithProperties_IsNotRead() =>
        Assert.That(await (await Returned(new PropertyState("t"))).Text.Value(), Is.Null);

    private static readonly TestCaseData<object?, string>[] UnsupportedShapes =
    [
        new(null, "System.NullReferenceException"),
        new(new { A = 1 }, $"System.InvalidOperationException: {new { A = 1 }.GetType().FullName} is not a supported argument type.\n\t"),
    ];

    [TestCaseSource(nameof(UnsupportedShapes))]
    public Task State_OfUnsupportedShape_FailsTheRun(object? state, string error) =>
        Run.Fails(Answering(state!), () => _ = new Probe("web"), Does.Contain(error));

    [Test]
    public async Task State_WithOutputs_SetsSecretAndKnownPerProperty()
    {
        var (secret, unknown) = (Output.CreateSecret("s"), OutputUtilities.CreateUnknown(0));
        var probe = await Returned(new Dictionary<string, object> { ["text"] = secret, ["count"] = unknown });

        Assert.That((await probe.Text.IsSecret(), await probe.Text.Value()), Is.EqualTo((true, "s")));
        Assert.That((await probe.Count.IsSecret(), await probe.Count.IsKnown()), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Output_OfSecretInputEchoed_IsKnownAndNotSecret()
    {
        var probe = await Run.Update(new RecordingMocks(), () => new Probe("web", new() { Text = Output.CreateSecret("s") }));

        Assert.That((await probe.Text.IsSecret(), await probe.Text.Value()), Is.EqualTo((false, "s")));
        Assert.That(await probe.Text.Dependencies(), Is.EqualTo([probe]));
    }

    private static readonly TestCaseData<string, object, object?>[] Conversions =
    [
        new("Count", 3.99, 3),
        new("Limit", 7, 7),
        new("Flag", true, true),
        new("List", new[] { "a" }, ImmutableArray.Create("a")),
        new("Map", Of("k", "v"), new Dictionary<string, string> { ["k"] = "v" }),
        new("Color", "red", ProbeColor.Red),
        new("Level", 2, ProbeLevel.High),
        new("Choice", "text", Union<string, int>.FromT0("text")),
        new("Choice", 5, Union<string, int>.FromT1(5)),
        new("Any", new object[] { 1 }, ImmutableArray.Create<object>(1d)),
        new("Text", 5, null),
        new("Count", "not a number", 0),
        new("Flag", "true", false),
        new("List", "not a list", default(ImmutableArray<string>)),
    ];

    [TestCaseSource(nameof(Conversions))]
    public async Task Value_InState_BecomesTheOutputs(string property, object value, object? expected) =>
        Assert.That(await ValueOf(await Returned(Of(property.ToLowerInvariant(), value)), property), Is.EqualTo(expected));

    [Test]
    public async Task NestedObject_InState_BecomesTheOutputType() =>
        Assert.That(
            await (await Returned(Of("detail", Of("port", 443)))).Detail.Value(),
            Has.Property("Port").EqualTo(443).And.Property("Note").Null);

    private static readonly TestCaseData<string, object?>[] Defaults =
    [
        new("Text", null), new("Count", 0), new("Limit", null), new("Map", null), new("Detail", null),
        new("List", default(ImmutableArray<string>)),
    ];

    [TestCaseSource(nameof(Defaults))]
    public async Task MissingKey_InUpdate_IsTheKnownDefault(string property, object? expected) =>
        Assert.That(await ValueOf(await Returned(new Dictionary<string, object?> { ["limit"] = null }), property), Is.EqualTo(expected));

    [Test]
    public async Task MissingKey_InPreview_IsUnknownWhileReturnedKeysAndIdAreKnown()
    {
        var probe = await Run.Preview(new RecordingMocks(), () => new Probe("web", new() { Text = "t" }));

        Assert.That((await probe.Id.Value(), await probe.Text.Value(), await probe.Count.IsKnown()), Is.EqualTo(("web_id", "t", false)));
    }

    private static async Task<object?> ValueOf(Probe probe, string property)
    {
        dynamic output = typeof(Probe).GetProperty(property)!.GetValue(probe)!;
        Assert.That(await OutputUtilities.GetIsKnownAsync(output), Is.True);
        return await OutputUtilities.GetValueAsync(output);
    }

    private static Dictionary<string, object> Of(string key, object value) => new() { [key] = value };

    private static Task<Probe> Returned(object state, string? id = "id-1") => Run.Update(Answering(state, id), () => new Probe("web"));

    private static RecordingMocks Answering(object state, string? id = "id-1") => new() { OnResource = _ => (id, state) };

    // As generated: the SDK reads back the read-only fields of such a class, whose names are the wire names but for the capital.
    [OutputType]
    private sealed class FieldState
    {
        public readonly string Text;

        [OutputConstructor]
        public FieldState(string text) => Text = text;
    }

    [OutputType]
    [method: OutputConstructor]
    private sealed class PropertyState(string text)
    {
        public string Text { get; } = text;
    }
}
