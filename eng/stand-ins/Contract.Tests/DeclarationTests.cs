namespace Contract.Tests;

/// <summary>Resource classes that the SDK does not accept.</summary>
internal sealed class DeclarationTests
{
    private static readonly TestCaseData<Action>[] Invalid =
    [
        new(() => _ = new Declaring<List<string>>()) { TestName = "Output_OfList_IsRefused" },
        new(() => _ = new Declaring<ImmutableArray<long>>()) { TestName = "Output_OfUnsupportedElement_IsRefused" },
        new(() => _ = new Declaring<Uri>()) { TestName = "Output_OfClassThatIsNoOutputType_IsRefused" },
        new(() => _ = new Declaring<ImmutableDictionary<int, string>>()) { TestName = "Output_OfMapWithOtherKeys_IsRefused" },
    ];

    [TestCaseSource(nameof(Invalid))]
    public Task Output_OfInvalidType_FailsTheRun(Action create) =>
        Run.Fails(create, Does.Contain("System.InvalidOperationException: [Output] ").And.Contain(" contains invalid type "));

    // Two that differ in an optional parameter alone: without options, a call of either is ambiguous.
    [Test]
    public void CustomResource_Constructors_TakeOptionsOrARegisteredPackage() =>
        Assert.That(
            from constructor in typeof(CustomResource).GetConstructors()
            select constructor.GetParameters().Count(parameter => parameter.IsOptional),
            Is.EquivalentTo([1, 2]));

    private sealed class Declaring<T>() : CustomResource(Probe.Token, "declaring", ResourceArgs.Empty, new CustomResourceOptions())
    {
        [Output("x")] public Output<T> X { get; private set; } = null!;
    }
}
