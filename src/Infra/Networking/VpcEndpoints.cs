using Infra.Applications;
using Infra.Common;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Networking;

/// <summary>
/// The interface endpoints through which Session Manager reaches servers that have no route to the internet, and they the application's
/// secrets and its log group.
/// </summary>
public sealed class VpcEndpoints : ComponentResource
{
    /// <summary>Makes one endpoint for each service.</summary>
    public VpcEndpoints(string name, VpcEndpointsArgs args, ComponentResourceOptions? options = null)
        : base("infra:networking:VpcEndpoints", name, options)
    {
        // Agents from 3.3.40.0 on, as Amazon Linux 2023 has them, need no ec2messages:
        // https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html. These two are named
        // com.amazonaws in every partition; of the services that are not, there is a list in
        // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts.
        foreach (var service in ServicesOf(args))
        {
            _ = new Ec2.VpcEndpoint($"{name}-{service}", new()
            {
                VpcId = args.VpcId,
                VpcEndpointType = "Interface",
                ServiceName = $"com.amazonaws.{args.Account.Region}.{service}",
                SubnetIds = args.PrivateSubnetIds,
                SecurityGroupIds = { args.EndpointGroupId },
                // The agent asks for the service's usual name, which must then mean the endpoint.
                PrivateDnsEnabled = true,
                Policy = InterfaceEndpointPolicy.Json(service, args),
            }, new() { Parent = this });
        }

        RegisterOutputs();
    }

    // That of SSM, which Session Manager needs, serves the parameters too.
    private static IEnumerable<string> ServicesOf(VpcEndpointsArgs args) =>
        SessionManagerActions.ByService.Keys.Union(args.Secrets.Select(secret => secret.Service))
            .Concat(args.LogGroup is null ? [] : [InterfaceEndpointPolicy.Logs]);
}
