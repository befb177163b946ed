using Infra.Applications;
using Infra.Common;
using Pulumi;

namespace Infra.Networking;

/// <summary>What <see cref="VpcEndpoints"/> is made of.</summary>
public sealed class VpcEndpointsArgs : ResourceArgs
{
    /// <summary>Where they stand.</summary>
    [Input("account", required: true)]
    public required AwsAccount Account { get; set; }

    /// <summary>
    /// The id of the VPC that reaches AWS through the endpoints. It must resolve names by DNS, and have no endpoint of one of these
    /// services with a private name yet: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html.
    /// </summary>
    [Input("vpcId", required: true)]
    public required Input<string> VpcId { get; set; }

    /// <summary>The ids of the servers' subnets: each endpoint has an address, and an hourly price, in every one of them.</summary>
    [Input("privateSubnetIds", required: true)]
    public required InputList<string> PrivateSubnetIds { get; set; }

    /// <summary>The application's secrets, which servers fetch; none by default.</summary>
    [Input("secrets")]
    public IReadOnlyList<ApplicationSecret> Secrets { get; set; } = [];

    /// <summary>The log group that servers write to; by default they write to none, and there is no endpoint for it.</summary>
    [Input("logGroup")]
    public ApplicationLogGroup? LogGroup { get; set; }

    /// <summary>The id of the security group that admits the servers: <see cref="SecurityGroups.EndpointGroupId"/>.</summary>
    [Input("endpointGroupId", required: true)]
    public required Input<string> EndpointGroupId { get; set; }
}
