using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Servers;

/// <summary>
/// The processor architecture of an EC2 instance type, read from its name. See
/// https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html.
/// </summary>
public static partial class InstanceArchitecture
{
    /// <summary>AWS Graviton.</summary>
    public const string Arm64 = "arm64";

    /// <summary>Intel and AMD.</summary>
    public const string X86 = "x86_64";

    // Amazon Linux 2023 needs Graviton 2, so not a1 (https://docs.aws.amazon.com/linux/al2023/ug/system-requirements.html),
    // and hardware virtualization, which the first generation lacks in part.
    private static readonly string[] CannotRunAmazonLinux2023 = ["a1", "c1", "m1", "m2", "t1"];

    /// <summary>Reads the architecture; false for a malformed name, or an instance type that can't run Amazon Linux 2023.</summary>
    public static bool TryOf(string instanceType, [NotNullWhen(true)] out string? architecture)
    {
        var match = Name().Match(instanceType);
        if (!match.Success || match.Groups["series"].Value == "mac" || CannotRunAmazonLinux2023.Contains(match.Groups["family"].Value))
        {
            architecture = null;
            return false;
        }

        // Only behind the generation does g stand for Graviton: g5 is a series of GPU instances with x86 processors, g5g is Graviton.
        architecture = match.Groups["attributes"].Value.Contains('g', StringComparison.Ordinal) ? Arm64 : X86;
        return true;
    }

    /// <summary>The architecture of an instance type.</summary>
    /// <exception cref="ArgumentException">The name is not one that <see cref="TryOf"/> can read.</exception>
    public static string Of(string instanceType) => TryOf(instanceType, out var architecture)
        ? architecture
        : throw new ArgumentException($"must be an EC2 instance type for Amazon Linux 2023, got {instanceType}", nameof(instanceType));

    // \z and not $, which would let a line break through at the end.
    [GeneratedRegex(
        @"^(?<family>(?<series>[a-z]{1,3})[1-9][0-9]?(?<attributes>[a-z]{0,4}))(-flex)?"
        + @"\.(nano|micro|small|medium|large|([1-9][0-9]{0,2})?xlarge|metal(-[1-9][0-9]xl)?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
