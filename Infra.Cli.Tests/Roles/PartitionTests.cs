using Infra.Cli.Roles;

namespace Infra.Cli.Tests.Roles;

internal sealed class PartitionTests
{
    [TestCase("eu-west-1", "aws")]
    [TestCase("us-east-2", "aws")]
    [TestCase("us-gov-west-1", "aws-us-gov")]
    [TestCase("cn-northwest-1", "aws-cn")]
    [TestCase("eusc-de-east-1", "aws-eusc")]
    public void Partition_OfARegion_IsWhereItIs(string region, string partition) =>
        Assert.That(Partition.Of(region), Is.EqualTo(partition));
}
