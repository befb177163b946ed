namespace Infra.Servers;

/// <summary>
/// Whether an instance type has a bandwidth of its own for disks. Nearly all have it without being asked, and take it when they are; what
/// has none refuses to start with it. See https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html.
/// </summary>
public static class EbsOptimization
{
    // Previous generations where it depends on the size: the smallest have none, and of the largest the network's is wide enough.
    private static readonly string[] FamiliesInPart = ["c3", "g2", "i2", "m3", "r3"];
    private static readonly string[] SizesWithIt = ["xlarge", "2xlarge", "4xlarge"];

    /// <summary>Whether an instance type takes it; so does a name that can't be read, of which nothing is known.</summary>
    public static bool IsOffered(string instanceType) => InstanceTypeName.Parse(instanceType) is not { } name
        || name.Family != "t2" && (!FamiliesInPart.Contains(name.Family) || SizesWithIt.Contains(name.Size));
}
