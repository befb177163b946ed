using System.Text;
using System.Text.Json;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>What is read of a resource, member by member, and what it is where a file leaves a member out.</summary>
internal sealed class ResourceReaderTests
{
    private const string Least = "\"urn\": \"urn:pulumi:s::infra::t::n\", \"type\": \"t\"";

    [Test]
    public void Resource_WithLittle_HasNothingMore()
    {
        var read = Read(Least);

        Assert.Multiple(() =>
        {
            Assert.That((read.Urn, read.Type, read.IsCustom), Is.EqualTo(("urn:pulumi:s::infra::t::n", "t", false)));
            Assert.That((read.Id, read.Provider, read.Parent), Is.EqualTo(((string?)null, (string?)null, (string?)null)));
            Assert.That((read.IsExternal, read.IsToBeDeleted, read.IsToBeMadeAnew), Is.EqualTo((false, false, false)));
            Assert.That(read.Inputs.Concat(read.Outputs).Concat(read.Defaults), Is.Empty);
            Assert.That(read.Dependencies, Is.Empty);
            Assert.That(read.PropertyDependencies, Is.Empty);
            Assert.That((read.Options.Protect, read.Options.RetainOnDelete), Is.EqualTo((false, false)));
            Assert.That(
                read.Options.IgnoreChanges.Concat(read.Options.ReplaceOnChanges).Concat(read.Options.AdditionalSecretOutputs), Is.Empty);
            Assert.That(read.Options.ReplacementTrigger, Is.Null);
            Assert.That(read.Options.CustomTimeouts, Is.Null);
        });
    }

    [Test]
    public void Resource_WithAll_HasIt()
    {
        var read = Read(
            Least + """
            , "custom": true, "id": "i", "provider": "p", "parent": "u", "inputs": {"a": "1", "b": "2", "__defaults": ["b"]},
            "outputs": {"c": "3"}, "dependencies": ["d", 1, "e"], "propertyDependencies": {"a": ["d"], "b": [], "c": 1, "a": ["e"]},
            "protect": true, "retainOnDelete": true, "ignoreChanges": ["f"], "replaceOnChanges": ["g"], "replacementTrigger": "h",
            "additionalSecretOutputs": ["j"], "customTimeouts": {"create": 60, "update": 0, "delete": -1},
            "external": true, "delete": true, "pendingReplacement": true
            """);

        Assert.Multiple(() =>
        {
            Assert.That((read.IsCustom, read.Id, read.Provider, read.Parent), Is.EqualTo((true, "i", "p", "u")));
            Assert.That((read.Inputs["a"], read.Defaults["b"], read.Outputs["c"]), Is.EqualTo(((object)"1", (object)"2", (object)"3")));
            Assert.That(read.Dependencies, Is.EqualTo(["d", "e"]));
            Assert.That(read.PropertyDependencies.Select(input => $"{input.Key} {string.Join(' ', input.Value)}"), Is.EqualTo(["a d"]));
            Assert.That((read.Options.Protect, read.Options.RetainOnDelete), Is.EqualTo((true, true)));
            Assert.That(
                (read.Options.IgnoreChanges[0], read.Options.ReplaceOnChanges[0], read.Options.AdditionalSecretOutputs[0]),
                Is.EqualTo(("f", "g", "j")));
            Assert.That(read.Options.ReplacementTrigger, Is.EqualTo("h"));
            Assert.That(
                read.Options.CustomTimeouts is { Create.TotalSeconds: 60, Update.TotalSeconds: 0, Delete: null }, Is.True);
            Assert.That((read.IsExternal, read.IsToBeDeleted, read.IsToBeMadeAnew), Is.EqualTo((true, true, true)));
        });
    }

    [PlainCase("\"custom\": 1, \"id\": \"\", \"dependencies\": \"d\", \"propertyDependencies\": [], \"customTimeouts\": 5")]
    [PlainCase("\"custom\": \"true\", \"id\": 5, \"dependencies\": {}, \"inputs\": [], \"outputs\": 1")]
    [PlainCase("\"id\": \"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"")]
    public void Member_OfAnotherForm_IsAsIfItWereNotThere(string members)
    {
        var read = Read($"{Least}, {members}");

        Assert.Multiple(() =>
        {
            Assert.That((read.IsCustom, read.Id), Is.EqualTo((false, (string?)null)));
            Assert.That((read.Dependencies.Length, read.PropertyDependencies.Count, read.Inputs.Count), Is.EqualTo((0, 0, 0)));
            Assert.That(read.Options.CustomTimeouts, Is.Null);
        });
    }

    [TestCase("2147483646", ExpectedResult = 2147483646d)]
    [TestCase("2147483647", ExpectedResult = null)]
    [TestCase("0.5", ExpectedResult = 0.5)]
    [TestCase("-0.5", ExpectedResult = null)]
    [PlainCase("\"5\"", ExpectedResult = null)]
    public double? Timeout_IsATimeThatCanBe(string seconds) =>
        Read($"{Least}, \"customTimeouts\": {{\"create\": {seconds}}}").Options.CustomTimeouts!.Create?.TotalSeconds;

    [Test]
    public void Resources_AreNoMoreThanAnyStackHas()
    {
        var reader = new ResourceReader(new());
        using var document = JsonDocument.Parse($"{{{Least}}}");
        for (var count = 0; count < 10_000; count++)
            _ = reader.Read(document.RootElement);

        Assert.That(
            () => reader.Read(document.RootElement),
            Throws.TypeOf<FormatException>().With.Message.EqualTo("has more resources than any stack"));
    }

    [Test]
    public void Values_AreNoMoreThanAnyStackHas()
    {
        var few = $"{{\"steps\": [], \"more\": [{string.Join(',', Enumerable.Repeat("1", 1_999_992))}]}}";
        var many = few.Replace("[1,", "[1,1,", StringComparison.Ordinal);

        Assert.That(() => PlanFile.Read(Encoding.UTF8.GetBytes(few), "f"), Throws.Nothing);
        Assert.That(
            () => PlanFile.Read(Encoding.UTF8.GetBytes(many), "f"),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains("has more values than any stack"));
    }

    // https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/updates.go
    [TestCase("same", false, false, false)]
    [TestCase("refresh", false, true, false)]
    [TestCase("read", false, false, false)]
    [TestCase("read-replacement", false, false, false)]
    [TestCase("create", true, false, true)]
    [TestCase("create-replacement", true, false, false)]
    [TestCase("update", true, false, false)]
    [TestCase("delete", true, false, false)]
    public void Step_ChangesOrOnlyReads(string operation, bool isChange, bool isRefresh, bool isCreation)
    {
        var step = new PlannedStep(operation, "urn", Old: null, New: null);

        Assert.That((step.IsChange, step.IsRefresh, step.IsCreation), Is.EqualTo((isChange, isRefresh, isCreation)));
    }

    [Test]
    public void Resources_BeforeSteps_AreTheOldOnesEachOnce()
    {
        var old = Read(Least);
        var replaced = old with { IsToBeDeleted = true };
        var other = Read(Least.Replace("::n", "::m", StringComparison.Ordinal));

        Assert.That(
            PlannedStep.Before(
            [
                new("refresh", "u", other, other), new("read", "u", other, other), new("create", "u", null, other),
                new("delete-replaced", "u", replaced, null), new("update", "u", old, old), new("same", "u", old, old),
            ]),
            Is.EqualTo([replaced, old]));
    }

    [Test]
    public void Step_IsReadWithItsReasons()
    {
        using var document = JsonDocument.Parse(
            $$"""{"op": "update", "urn": "urn:pulumi:s::infra::t::n", "a": { {{Least}} }, "b": 1, "diffReasons": ["x", 2, "y"]}""");
        var step = PlannedStep.Read(document.RootElement, "a", "b", new(new()));

        Assert.That((step.Operation, step.Urn), Is.EqualTo(("update", "urn:pulumi:s::infra::t::n")));
        Assert.That((step.Old?.Type, step.New), Is.EqualTo(("t", (ReadResource?)null)));
        Assert.That(step.Reasons, Is.EqualTo(["x", "y"]));
    }

    [Test]
    public void Fault_OfAMalformedValue_IsTold()
    {
        Type[] kinds =
        [
            typeof(OverflowException), typeof(ArgumentException), typeof(FormatException), typeof(JsonException),
            typeof(InvalidOperationException), typeof(NotSupportedException), typeof(NullReferenceException), typeof(KeyNotFoundException),
            typeof(IndexOutOfRangeException), typeof(InvalidCastException),
        ];

        Assert.That(kinds.Select(kind => MalformedValue.Causes((Exception)Activator.CreateInstance(kind)!)), Is.All.True);
        Assert.That(MalformedValue.Causes(new IOException()), Is.False);
        Assert.That(
            MalformedValue.Clause(new FormatException("no\ttime")), Is.EqualTo("has a value of a form that no stack has (no\\u0009time)"));
    }

    private static ReadResource Read(string members)
    {
        using var document = JsonDocument.Parse($"{{{members}}}");
        return new ResourceReader(new()).Read(document.RootElement);
    }
}
