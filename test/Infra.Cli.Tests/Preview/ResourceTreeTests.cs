using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Preview;

namespace Infra.Cli.Tests.Preview;

internal sealed class ResourceTreeTests
{
    [Test]
    public void Lines_OfNestedComponents_HaveTheBranchesThatLeadToThem()
    {
        var graph = new ResourceGraph("infra", "dev", "eu-west-1",
        [
            Node("pulumi:pulumi:Stack", "stack", parent: null),
            Node("infra:a:First", "first", "stack"),
            Node("infra:a:Inner", "inner", "first"),
            Node("aws:ec2/vpc:Vpc", "vpc", "inner"),
            Node("aws:ec2/subnet:Subnet", "late", "first"),
            Node("infra:b:Last", "last", "stack"),
            Node("aws:s3/bucketObjectv2:BucketObjectv2", "object", "last"),
        ], ImmutableSortedDictionary<string, object>.Empty);

        Assert.That(string.Join('\n', ResourceTree.Of(graph).Select(line => $"{line.Type} {line.Name}")), Is.EqualTo(
            """
            pulumi:pulumi:Stack stack
            ├─ infra:a:First first
            │  ├─ infra:a:Inner inner
            │  │  └─ aws:ec2:Vpc vpc
            │  └─ aws:ec2:Subnet late
            └─ infra:b:Last last
               └─ aws:s3:BucketObjectv2 object
            """));
    }

    [TestCase("aws:lb/listener:Listener", "aws:lb:Listener")]
    [TestCase("aws:index/provider:Provider", "aws:index:Provider")]
    [TestCase("pulumi:providers:aws", "pulumi:providers:aws")]
    [TestCase("infra:networking:Network", "infra:networking:Network")]
    [TestCase("kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:Deployment")]
    public void Type_OfAToken_IsShortWhereTheFileSaysNothing(string token, string expected) =>
        Assert.That(TypeName.Short(token), Is.EqualTo(expected));

    private static ResourceNode Node(string type, string name, string? parent) => new()
    {
        Urn = name,
        Type = type,
        Name = name,
        Parent = parent,
        IsCustom = type.StartsWith("aws:", StringComparison.Ordinal),
        Inputs = ImmutableDictionary<string, object>.Empty,
        Outputs = ImmutableDictionary<string, object>.Empty,
        Options = new(),
    };
}
