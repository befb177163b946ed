using Infra.Common;

namespace Infra.Tests.Common;

public sealed class PartitionTests
{
    [TestCase("eu-west-1", "aws", "amazonaws.com")]
    [TestCase("us-east-2", "aws", "amazonaws.com")]
    [TestCase("us-gov-west-1", "aws-us-gov", "amazonaws.com")]
    [TestCase("cn-northwest-1", "aws-cn", "amazonaws.com.cn")]
    [TestCase("eusc-de-east-1", "aws-eusc", "amazonaws.eu")]
    public void Of_ARegion_IsWhereItIs(string region, string name, string dnsSuffix) =>
        Assert.That(Partition.Of(region), Is.EqualTo(new Partition(name, dnsSuffix)));
}
