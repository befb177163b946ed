using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;

namespace Infra.Cli.Plan.Declared;

/// <summary>A launch template.</summary>
/// <param name="HasPublicAddress">Whether a server gets a public address; none when the subnet decides.</param>
/// <param name="IsMonitored">Whether a server reports its metrics each minute instead of every five.</param>
/// <param name="HasUnlimitedCredits">
/// Whether a burstable server may spend more CPU credits than it has, for money: AWS's default for T3 and T4g.
/// </param>
internal sealed record DeclaredLaunchTemplate(
    string Name,
    string InstanceType,
    bool? HasPublicAddress,
    bool IsMonitored,
    bool HasUnlimitedCredits,
    IReadOnlyList<DeclaredDisk> Disks) : INamed
{
    private Func<string?> _userData = () => null;
    private Func<DeclaredRole?> _role = () => null;

    /// <summary>The ids of its servers' security groups.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>What its servers may do; none when they have no role of the stack. Read only by whoever asks, as the script is.</summary>
    public DeclaredRole? Role => _role();

    /// <summary>The script of the first boot, decoded; none without one. Read only by whoever asks, since a plan may not tell it.</summary>
    public string? UserData => _userData();

    public static DeclaredLaunchTemplate Of(ResourceGraph graph, ResourceNode template) => new(
        template.Name,
        template.Need("instanceType"),
        template.Text("networkInterfaces.0.associatePublicIpAddress") switch { "true" => true, "false" => false, _ => null },
        template.IsTrue("monitoring.enabled"),
        template.Text("creditSpecification.cpuCredits") != "standard",
        [.. template.Paths("blockDeviceMappings").Select(mapping => DeclaredDisk.Of(template, $"{mapping}.ebs"))])
    {
        SecurityGroupIds = [.. template.Texts("networkInterfaces.0.securityGroups"), .. template.Texts("vpcSecurityGroupIds")],
        _userData = () => template.Text("userData") is { } encoded ? EncodedText.Decode(encoded) ?? encoded : null,
        _role = () => DeclaredRole.Of(graph, template),
    };
}

/// <summary>A disk of a server.</summary>
/// <param name="Gb">None when the image decides.</param>
/// <param name="HasExtraPerformance">Whether it has more operations or throughput than come with its type.</param>
internal sealed record DeclaredDisk(string? VolumeType, double? Gb, bool HasExtraPerformance)
{
    public static DeclaredDisk Of(ResourceNode template, string disk) =>
        new(
            template.Text($"{disk}.volumeType"),
            template.Number($"{disk}.volumeSize"),
            IsMore(template, $"{disk}.iops") || IsMore(template, $"{disk}.throughput"));

    // The provider shows 0 for what comes with the type.
    private static bool IsMore(ResourceNode template, string input) => template.Has(input) && template.Number(input) is not 0d;
}
