using Infra.Networking;
using Pulumi;

namespace Infra;

/// <summary>
/// What a <see cref="WebTier"/> takes from the program that it is in. Of all else the settings tell, or the tier makes it.
/// </summary>
internal sealed record GivenResources
{
    /// <summary>The way from the program's directory to the project's, with <c>/</c>: by default that of this very program.</summary>
    public string ToProject { get; init; } = "..";

    /// <summary>The id of the VPC that is there; none: the tier makes a network.</summary>
    public Input<string>? VpcId { get; init; }

    /// <summary>Its public subnets.</summary>
    public InputList<string> PublicSubnetIds { get; init; } = [];

    /// <summary>Its private subnets.</summary>
    public InputList<string> PrivateSubnetIds { get; init; } = [];

    /// <summary>The zone of the site's name; none: the settings name it.</summary>
    public Input<string>? HostedZoneId { get; init; }

    /// <summary>The certificate that is there; none: the settings say where it comes from.</summary>
    public Input<string>? CertificateArn { get; init; }

    /// <summary>The servers' image; none: the settings say which.</summary>
    public Input<string>? ImageId { get; init; }

    /// <summary>The policy that limits roles; none: the settings name it, if there is one.</summary>
    public Input<string>? PermissionsBoundaryArn { get; init; }

    /// <summary>Who gets alarms; none: the settings say who.</summary>
    public Input<string>? AlarmEmail { get; init; }
}

/// <summary>The network that a web tier stands in: its own, or one that is there.</summary>
internal sealed record TierNetwork
{
    public required Input<string> VpcId { get; init; }

    public required InputList<string> PublicSubnetIds { get; init; }

    public required InputList<string> PrivateSubnetIds { get; init; }

    public required Input<string> S3PrefixListId { get; init; }

    /// <summary>What servers have to wait for before they start; none: the network is there.</summary>
    public Resource? Made { get; init; }

    public static TierNetwork Of(Network network) => new()
    {
        VpcId = network.VpcId,
        PublicSubnetIds = network.PublicSubnetIds.ToList(),
        PrivateSubnetIds = network.PrivateSubnetIds.ToList(),
        S3PrefixListId = network.S3PrefixListId,
        Made = network,
    };
}
