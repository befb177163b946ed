using Infra;
using Pulumi;
using Pulumi.Aws.Vpc;

namespace Shop;

/// <summary>A team's program, as docs/components.md has it.</summary>
public sealed class ShopStack : Stack
{
    /// <summary>Puts a web tier into the team's VPC, and opens the team's database to its servers.</summary>
    public ShopStack()
    {
        var config = new Config();
        var tier = new WebTier("shop", new()
        {
            VpcId = config.Require("vpcId"),
            PublicSubnetIds = config.RequireObject<string[]>("publicSubnetIds"),
            PrivateSubnetIds = config.RequireObject<string[]>("privateSubnetIds"),
            DomainName = "shop.example.com",
            HostedZoneId = config.Require("hostedZoneId"),
            InstanceType = "t4g.medium",
            MinServers = 2,
            AlarmEmail = config.RequireSecret("alarmEmail"),
            DeletionProtection = true,
        });

        var databaseGroupId = config.Require("databaseGroupId");
        _ = new SecurityGroupEgressRule("shop-to-database", new()
        {
            SecurityGroupId = tier.ServerSecurityGroupId,
            ReferencedSecurityGroupId = databaseGroupId,
            IpProtocol = "tcp",
            FromPort = 5432,
            ToPort = 5432,
        });
        _ = new SecurityGroupIngressRule("database-from-shop", new()
        {
            SecurityGroupId = databaseGroupId,
            ReferencedSecurityGroupId = tier.ServerSecurityGroupId,
            IpProtocol = "tcp",
            FromPort = 5432,
            ToPort = 5432,
        });

        Url = tier.Url;
    }

    /// <summary>Where the shop is.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }
}
