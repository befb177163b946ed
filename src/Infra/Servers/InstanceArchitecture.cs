using System.Diagnostics.CodeAnalysis;

namespace Infra.Servers;

/// <summary>The processor architecture of an EC2 instance type, read from its name.</summary>
public static class InstanceArchitecture
{
    /// <summary>AWS Graviton, and NVIDIA Grace.</summary>
    public const string Arm64 = "arm64";

    /// <summary>Intel and AMD.</summary>
    public const string X86 = "x86_64";

    // Amazon Linux 2023 needs Graviton 2, so not a1, and x86-64-v2 (https://docs.aws.amazon.com/linux/al2023/ug/system-requirements.html),
    // which the first generation lacks in part; its types are paravirtual as well, and the image is not.
    private static readonly string[] CannotRunAmazonLinux2023 = ["a1", "c1", "m1", "m2", "t1"];

    // No longer among those of https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html, the previous ones included.
    private static readonly string[] Retired = ["cc1", "cc2", "cg1", "cr1", "hi1", "hs1"];

    /// <summary>Reads the architecture; false for a malformed name, or an instance type that no server here can be of.</summary>
    public static bool TryOf(string instanceType, [NotNullWhen(true)] out string? architecture)
    {
        architecture = InstanceTypeName.Parse(instanceType) is { } name && CanStart(name) ? Of(name) : null;
        return architecture is not null;
    }

    /// <summary>The architecture of an instance type.</summary>
    /// <exception cref="ArgumentException">The name is not one that <see cref="TryOf"/> can read.</exception>
    public static string Of(string instanceType) => TryOf(instanceType, out var architecture)
        ? architecture
        : throw new ArgumentException($"must be an EC2 instance type for Amazon Linux 2023, got {instanceType}", nameof(instanceType));

    // mac is for macOS alone; and the first high memory instances are metal on dedicated hosts only, which the group has none of:
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-overview.html.
    private static bool CanStart(InstanceTypeName name) =>
        name is not ({ Series: "mac" } or { Series: "u", Size: "metal" })
        && !CannotRunAmazonLinux2023.Contains(name.Family) && !Retired.Contains(name.Family);

    // Only behind the generation does g stand for Graviton: g5 is a series of GPU instances with x86 processors, g5g is Graviton. GB200
    // is a GPU with a processor of its own, Grace: https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html.
    private static string Of(InstanceTypeName name) =>
        name.Attributes.Contains('g', StringComparison.Ordinal) || name.Variant.StartsWith("gb", StringComparison.Ordinal) ? Arm64 : X86;
}
