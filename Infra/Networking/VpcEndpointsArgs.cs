using Infra.Applications;
using Infra.Common;
using Pulumi;

namespace Infra.Networking;

/// <summary>What <see cref="VpcEndpoints"/> is made of.</summary>
public sealed record VpcEndpointsArgs
{
    /// <summary>Where the stack stands.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The VPC that reaches AWS through the endpoints.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The servers' subnets: each endpoint has an address, and an hourly price, in every one of them.</summary>
    public required IReadOnlyList<Output<string>> PrivateSubnetIds { get; init; }

    /// <summary>The application's secrets, which servers fetch.</summary>
    public IReadOnlyList<ApplicationSecret> Secrets { get; init; } = [];

    /// <summary>The log group that servers write to; none: to none.</summary>
    public ApplicationLogGroup? LogGroup { get; init; }

    /// <summary>The security group that admits the servers to the endpoints.</summary>
    public required Input<string> EndpointGroupId { get; init; }
}
