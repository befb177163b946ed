using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>Which resources are the program's own, and why another one is not; what stands for what is still to be made.</summary>
internal sealed class OursAndOthersTests
{
    private const string Component = "infra:networking:Network";

    private static readonly ReadResource Stack = Resource(TypeToken.Stack, "infra-s", isCustom: false);

    private static IEnumerable<TestCaseData> Others =>
    [
        Case("ours", Resource(TypeToken.Vpc, "a"), null),
        Case("our component", Resource(Component, "a", isCustom: false), null),
        Case("deleted", Resource(TypeToken.Vpc, "a") with { IsToBeDeleted = true }, "is replaced already and waits for its deletion"),
        Case("made anew", Resource(TypeToken.Vpc, "a") with { IsToBeMadeAnew = true }, "is deleted and not made anew yet"),
        Case("looked up", Resource(TypeToken.Vpc, "a") with { IsExternal = true }, "is only looked up"),
        Case("type", Resource("aws:ec2/host:Host", "a"), "is of a type that this program does not use"),
        Case("component", Resource("shop:a:B", "a", isCustom: false), "is a component of another program"),
    ];

    [TestCaseSource(nameof(Others))]
    public void Resource_IsOursOrNot(ReadResource resource, string? why)
    {
        var sorted = new OursAndOthers([Stack, resource with { Parent = Stack.Urn }]);

        Assert.That(sorted.Others.SingleOrDefault()?.Why, Is.EqualTo(why));
        Assert.That(sorted.Ours.Select(ours => ours.Name), Is.EqualTo(why is null ? ["infra-s", "a"] : new[] { "infra-s" }));
    }

    [Test]
    public void Resource_OfAnotherProgramsComponent_BelongsToIt()
    {
        var foreign = Resource("shop:a:B", "foreign", isCustom: false) with { Parent = Stack.Urn };
        var between = Resource(Component, "between", isCustom: false) with { Parent = foreign.Urn };
        var below = Resource(TypeToken.Vpc, "below") with { Parent = between.Urn };
        var sorted = new OursAndOthers([Stack, foreign, between, below, Resource("pulumi:providers:aws", "default")]);

        Assert.That(sorted.Others.Select(other => $"{other.Name} {other.Why}"), Is.EqualTo(
        [
            "foreign is a component of another program", "between belongs to shop:a:B foreign", "below belongs to shop:a:B foreign",
        ]));
        Assert.That(sorted.Ours, Is.EqualTo([Stack]), "providers stand behind every resource");
        Assert.That(sorted.ParentOf(below, new HashSet<string> { Stack.Urn }, Stack.Urn), Is.EqualTo(Stack.Urn));
        Assert.That(sorted.ParentOf(below, new HashSet<string> { between.Urn }, Stack.Urn), Is.EqualTo(between.Urn));
        Assert.That(sorted.ParentOf(Stack, new HashSet<string> { Stack.Urn }, Stack.Urn), Is.Null);
        Assert.That(sorted.ParentOf(below, new HashSet<string>(), Stack.Urn), Is.EqualTo(Stack.Urn));
    }

    [Test]
    public void Family_ThatCannotBe_IsRefused()
    {
        var (one, two) = (Resource(TypeToken.Vpc, "one"), Resource(TypeToken.Vpc, "two"));

        Assert.That(() => new OursAndOthers([one, one with { IsToBeDeleted = true }]), Throws.Nothing, "the old one and the new");
        AssertRefused("has aws:ec2/vpc:Vpc one twice", one, one);
        AssertRefused("has aws:ec2/vpc:Vpc one without its parent", one with { Parent = two.Urn });
        AssertRefused("has aws:ec2/vpc:Vpc one as its own ancestor", one with { Parent = two.Urn }, two with { Parent = one.Urn });
        AssertRefused("has aws:ec2/vpc:Vpc one as its own ancestor", one with { Parent = one.Urn });
    }

    [TestCase(TypeToken.LaunchTemplate, "latestVersion", ExpectedResult = "(not known yet)")]
    [TestCase(TypeToken.LaunchTemplate, "defaultVersion", ExpectedResult = "(not known yet)")]
    [TestCase(TypeToken.LaunchTemplate, "arn", ExpectedResult = "before")]
    [TestCase(TypeToken.BucketObject, "versionId", ExpectedResult = "(not known yet)")]
    [TestCase(TypeToken.BucketObject, "etag", ExpectedResult = "(not known yet)")]
    [TestCase(TypeToken.Vpc, "ipv6CidrBlock", ExpectedResult = "(not known yet)")]
    [TestCase(TypeToken.Vpc, "versionId", ExpectedResult = "before")]
    [TestCase(TypeToken.SelfSignedCert, "certPem", ExpectedResult = "(not known yet)")]
    [TestCase(TypeToken.Topic, "arn", ExpectedResult = "before")]
    public string? Output_OfAnUpdate_StaysOrIsNotKnown(string type, string output)
    {
        var before = ImmutableDictionary<string, object>.Empty.Add(output, "before").Add("in", "old");
        var updated = Resource(type, "a") with { Inputs = ImmutableDictionary<string, object>.Empty.Add("in", "new") };
        var outputs = OutputsOnUpdate.Of(updated, before);

        Assert.That(outputs.Keys.Order(), Is.EqualTo(new[] { "in", output }.Order()), "and no other");
        Assert.That(outputs["in"], Is.EqualTo("new"));
        return $"{outputs[output]}";
    }

    [Test]
    public void Pending_HasMadeUpWhatOthersReferTo()
    {
        var pending = new PendingOutputs("eu-west-1");
        var made = pending.Complete(Resource(TypeToken.LoadBalancer, "alb") with { Id = null });

        Assert.That(made.Id, Does.StartWith("arn:aws:elasticloadbalancing:eu-west-1:"));
        Assert.That(made.Outputs["arn"], Is.EqualTo(made.Id));
        Assert.That(made.Outputs["zoneId"], Is.EqualTo(UnknownValue.Instance).Or.TypeOf<string>());
        Assert.That(pending.MadeUp, Does.Contain(made.Id));
    }

    [Test]
    public void Pending_ThatHasANameForAnId_HasTheOneThatTheEngineChose()
    {
        var pending = new PendingOutputs("eu-west-1");
        var made = pending.Complete(Resource(TypeToken.AutoScalingGroup, "fleet") with
        {
            Id = null,
            Defaults = ImmutableDictionary<string, object>.Empty.Add("name", "fleet-1234567"),
            Outputs = ImmutableDictionary<string, object>.Empty.Add("told", "t").Add("arn", UnknownValue.Instance),
        });

        Assert.That(new[] { made.Id, made.Outputs["name"], made.Outputs["told"] }, Is.EqualTo(["fleet-1234567", "fleet-1234567", "t"]));
        Assert.That(pending.MadeUp, Does.Not.Contain("fleet-1234567"));
    }

    [Test]
    public void Pending_OfTheTlsProvider_IsNotKnown()
    {
        var pending = new PendingOutputs("eu-west-1");
        var (key, certificate) = (
            pending.Complete(Resource(TypeToken.PrivateKey, "key") with { Id = null }),
            pending.Complete(Resource(TypeToken.SelfSignedCert, "certificate") with { Id = null }));

        Assert.That(key.Outputs.Keys.Order(), Is.EqualTo(["privateKeyPem", "privateKeyPemPkcs8", "publicKeyPem"]));
        Assert.That(certificate.Outputs.Keys, Is.EqualTo(["certPem"]));
        Assert.That(key.Outputs.Values.Concat(certificate.Outputs.Values), Is.All.EqualTo(UnknownValue.Instance));
        Assert.That((key.Id, certificate.Id), Is.Not.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public void Resource_ThatIsThere_StaysAsItIs()
    {
        var pending = new PendingOutputs("eu-west-1");
        var there = Resource(TypeToken.Vpc, "vpc");

        Assert.That(pending.Complete(there), Is.SameAs(there));
        Assert.That(pending.Complete(Stack with { Id = null }).Outputs, Is.Empty, "a component has no id");
        Assert.That(pending.MadeUp, Is.Empty);
    }

    [TestCase("urn:pulumi:s::infra::t::n", ExpectedResult = true)]
    [TestCase("urn:pulumi:s::infra::t::n::more", ExpectedResult = true)]
    [TestCase("urn:pulumi:s::infra::t", ExpectedResult = false)]
    [TestCase("urn:aws:s::infra::t::n", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Urn_HasFourParts(string text) => ReadResource.IsUrn(text);

    [Test]
    public void Urn_TellsStackProjectAndName()
    {
        var resource = Resource("t", "n::more");

        Assert.That((resource.StackName, resource.ProjectName, resource.Name), Is.EqualTo(("s", "infra", "n::more")));
    }

    private static void AssertRefused(string message, params ReadResource[] resources) =>
        Assert.That(() => new OursAndOthers(resources), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));

    private static TestCaseData Case(string name, ReadResource resource, string? why) =>
        new TestCaseData(resource, why).SetArgDisplayNames(name);

    private static ReadResource Resource(string type, string name, bool isCustom = true) => new()
    {
        Urn = $"urn:pulumi:s::infra::{type}::{name}",
        Type = type,
        IsCustom = isCustom,
        Id = isCustom ? "id" : null,
        Inputs = ImmutableDictionary<string, object>.Empty,
        Outputs = ImmutableDictionary<string, object>.Empty,
    };
}
