using System.Collections.Immutable;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.Reading.Live;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

/// <summary>What a provider shows of a resource, laid over what the program gives.</summary>
internal sealed class LiveInputsTests
{
    [Test]
    public void Blocks_InAnotherOrder_AreTheSame()
    {
        var (first, second) = (Block("a", 1), Block("b", 2));

        Assert.That(Changed(List(first, second), List(second, first)), Is.Empty);
    }

    // The first is like both, and the second is the very one: who goes by the program's order pairs the first with it.
    [Test]
    public void Blocks_ThatAreAlike_ArePairedTheSurestFirst()
    {
        object shown = List(Block("b", 1), Block("c", 1));

        var live = Live(List(Block("a", 1), Block("b", 1)), shown);

        Assert.That(live.Changed, Is.EqualTo(new[] { "ingress.0.description" }));
    }

    [Test]
    public void Blocks_MoreThanTheProgramHas_AreNumberedBehindIts()
    {
        var (first, second) = (Block("a", 1), Block("b", 2));

        var changed = Changed(List(first, second), List(Block("c", 3), first, Block("d", 4), second));

        Assert.That(changed, Is.EqualTo(new[] { "ingress.2", "ingress.3" }));
    }

    [TestCase("example.com", "example.com.", true)]
    [TestCase("EXAMPLE.com", "example.com.", true)]
    [TestCase("example.com", "example.net.", false)]
    [TestCase("EXAMPLE.com", "example.com", false)]
    public void Text_WithTheDotOfADnsName_IsTheSame(string given, string shown, bool isSame) =>
        Assert.That(Live(given, shown, "name").Changed.Count == 0, Is.EqualTo(isSame));

    private static IReadOnlyList<string> Changed(object given, object shown) => Live(given, shown).Changed;

    private static LiveInputs Live(object given, object shown, string input = "ingress") => new(
        new ReadResource
        {
            Urn = "urn:pulumi:dev::infra::aws:ec2/securityGroup:SecurityGroup::group",
            Type = "aws:ec2/securityGroup:SecurityGroup",
            IsCustom = true,
            Id = "sg-1",
            Inputs = ImmutableDictionary<string, object>.Empty.Add(input, given),
            Outputs = ImmutableDictionary<string, object>.Empty.Add(input, shown),
        },
        new Effort());

    private static object Block(string description, double port) => Map(("description", description), ("fromPort", port), ("toPort", port));
}
