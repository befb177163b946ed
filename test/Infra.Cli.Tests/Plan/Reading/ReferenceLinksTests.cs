using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>Which unknown input of a plan is a reference, and to what.</summary>
internal sealed class ReferenceLinksTests
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Topic = "aws:sns/topic:Topic";

    [Test]
    public void Input_ThatComesFromOneResource_IsItsId() => Assert.That(VpcIdOfASubnet(Vpc), Is.EqualTo("id-0"));

    [Test]
    public void Input_ThatComesFromTwoOfTheSameKind_IsNotKnown() =>
        Assert.That(VpcIdOfASubnet(Vpc, Vpc), Is.EqualTo(UnknownValue.Instance));

    [Test]
    public void Input_ThatComesFromAnotherKindAsWell_IsNotKnown() =>
        Assert.That(VpcIdOfASubnet(Vpc, Topic), Is.EqualTo(UnknownValue.Instance));

    private static object VpcIdOfASubnet(params string[] sources)
    {
        var resources = sources.Select((type, index) => Resource(type, index)).ToList();
        var subnet = Resource("aws:ec2/subnet:Subnet", sources.Length) with
        {
            Inputs = ImmutableDictionary<string, object>.Empty.Add("vpcId", UnknownValue.Instance),
            PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(
                "vpcId", [.. resources.Select(resource => resource.Urn)]),
        };

        return new ReferenceLinks([.. resources, subnet], new PendingOutputs("eu-west-1")).Resources[^1].Inputs["vpcId"];
    }

    private static ReadResource Resource(string type, int index) => new()
    {
        Urn = $"urn:pulumi:dev::infra::{type}::{index}",
        Type = type,
        IsCustom = true,
        Id = $"id-{index}",
        Inputs = ImmutableDictionary<string, object>.Empty,
        Outputs = ImmutableDictionary<string, object>.Empty,
    };
}
