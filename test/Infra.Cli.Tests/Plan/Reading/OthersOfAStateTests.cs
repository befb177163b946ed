using System.Text.Json.Nodes;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>What stands in a state and is not this program's: it is named, counted and left alone.</summary>
internal sealed class OthersOfAStateTests
{
    private const string Stack = "urn:pulumi:dev::infra::pulumi:pulumi:Stack::infra-dev";

    [Test]
    public async Task WhatIsNotOurs_IsNamedCountedAndLeftAlone()
    {
        var state = JsonNode.Parse(EngineFiles.Dev.Export())!;
        var resources = state["deployment"]!["resources"]!.AsArray();
        var vpc = resources.Single(one => one!["type"]!.GetValue<string>() == "aws:ec2/vpc:Vpc")!;
        resources.Add(Other("random:index/randomPet:RandomPet", "pet", Stack));
        resources.Add(Other("acme:web:Thing", "thing", Stack, isCustom: false));
        resources.Add(Other("acme:web:Thing$aws:ec2/vpc:Vpc", "hidden", "urn:pulumi:dev::infra::acme:web:Thing::thing"));
        var external = Other("aws:ec2/vpc:Vpc", "looked-up", Stack);
        external["external"] = true;
        resources.Add(external);
        var replaced = vpc.DeepClone();
        replaced["delete"] = true;
        resources.Add(replaced);

        var expected = await Piped.Of(EngineFiles.Dev.Export(), "check");
        var run = await Piped.Of(state.ToJsonString(), "check");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((expected.ExitCode, expected.Out)));
        Assert.That(run.Error, Does.Contain(
            "left alone: 5 (random:index/randomPet:RandomPet pet is of a type that this program does not use, "
            + "acme:web:Thing thing is a component of another program, aws:ec2/vpc:Vpc hidden belongs to acme:web:Thing thing, "
            + "aws:ec2/vpc:Vpc looked-up is only looked up, aws:ec2/vpc:Vpc net-vpc is replaced already and waits for its deletion)"));
    }

    // A component of ours may stand in another one's, and more than five are counted.
    [Test]
    public async Task WhatStandsBelowAnothers_IsNotOurs_HoweverDeep()
    {
        var state = JsonNode.Parse(EngineFiles.Dev.Export())!;
        var resources = state["deployment"]!["resources"]!.AsArray();
        resources.Add(Other("acme:web:Thing", "thing", Stack, isCustom: false));
        resources.Add(Other("acme:web:Thing$infra:net:Net", "net", "urn:pulumi:dev::infra::acme:web:Thing::thing", isCustom: false));
        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            resources.Add(Other(
                "acme:web:Thing$infra:net:Net$aws:ec2/vpc:Vpc", name, "urn:pulumi:dev::infra::acme:web:Thing$infra:net:Net::net"));
        }

        var expected = await Piped.Of(EngineFiles.Dev.Export(), "check");
        var run = await Piped.Of(state.ToJsonString(), "check");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((expected.ExitCode, expected.Out)));
        Assert.That(run.Error, Does.Contain(
            "left alone: 7 (acme:web:Thing thing is a component of another program, infra:net:Net net belongs to acme:web:Thing thing, "
            + "aws:ec2/vpc:Vpc a belongs to acme:web:Thing thing, aws:ec2/vpc:Vpc b belongs to acme:web:Thing thing, "
            + "aws:ec2/vpc:Vpc c belongs to acme:web:Thing thing, 2 more)"));
    }

    // A project of the same name for its stack says nothing of this one's settings.
    [TestCase("infra", "its configuration is taken from Pulumi.dev.yaml")]
    [TestCase("shop", "its configuration is not known")]
    public async Task State_OfAnotherProject_HasNoneOfOurConfiguration(string project, string said)
    {
        var state = EngineFiles.Dev.Export().Replace("::infra::", $"::{project}::", StringComparison.Ordinal);

        Assert.That((await Piped.Of(state, "check")).Error, Does.Contain(said));
    }

    private static JsonObject Other(string types, string name, string parent, bool isCustom = true)
    {
        var other = new JsonObject
        {
            ["urn"] = $"urn:pulumi:dev::infra::{types}::{name}",
            ["custom"] = isCustom,
            ["type"] = types.Split('$')[^1],
            ["parent"] = parent,
        };
        if (isCustom)
            other["id"] = name;
        return other;
    }
}
