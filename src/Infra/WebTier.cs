using Infra.Common;
using Infra.Settings.Reading;
using Pulumi;

namespace Infra;

/// <summary>
/// A web server as it should be on AWS, for a program of your own: a load balancer that redirects HTTP and speaks TLS 1.2 or higher, and
/// private servers behind it that heal, scale, and are never more than three in service or starting. It stands in a VPC that is there, or
/// makes one.
/// </summary>
public sealed class WebTier : ComponentResource
{
    // AWS gives a target group 32 characters, of which its own part of the name takes 12 and Pulumi's suffix 8. See
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html.
    private const int LongestName = 12;

    /// <summary>Makes the tier.</summary>
    /// <param name="name">What all its resources' names begin with; 1 to 12 letters, digits and hyphens.</param>
    /// <param name="args">What it is to be like.</param>
    /// <param name="options">Its parent, its providers, and the like.</param>
    /// <exception cref="ArgumentException">The name is too long, or the form of an id is wrong.</exception>
    /// <exception cref="RunException">Arguments are wrong or contradict each other; the message says all of it.</exception>
    public WebTier(string name, WebTierArgs args, ComponentResourceOptions? options = null)
        : base("infra:index:WebTier", NameIfShort(name), args, options)
    {
        var region = args.Region ?? new Config("aws").Get("region") ?? "";
        var read = new WebTierInputs(name, args, region);
        var inputs = read.Read().Packed();
        var tags = (args.Tags is null ? ResourceTags.OfRunningStack() : new ResourceTags(args.Tags)).With(inputs.Settings.DefaultTags);

        var parts = new WebTierParts(
            new StackArgs(inputs, tags, read.Given(), new() { Parent = this }),
            $"{name}-",
            new() { Parent = this, ResourceTransformations = { tags.Apply } });

        Url = parts.Url;
        VpcId = parts.Network.VpcId.ToOutput();
        LoadBalancerArn = parts.LoadBalancer.Arn;
        LoadBalancerDnsName = parts.LoadBalancer.DnsName;
        LoadBalancerZoneId = parts.LoadBalancer.ZoneId;
        TargetGroupArn = parts.LoadBalancer.TargetGroupArn;
        AutoScalingGroupName = parts.Fleet.GroupName;
        ServerSecurityGroupId = parts.Groups.ServerGroupId;
        LoadBalancerSecurityGroupId = parts.Groups.LoadBalancerGroupId;
        AlertTopicArn = parts.Alerts.TopicArn;
        DashboardUrl = parts.DashboardUrl;
        RegisterOutputs();
    }

    /// <summary>Where the site is: the domain name if there is one, else the load balancer's own.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The id of the VPC that it stands in.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The load balancer's ARN.</summary>
    [Output("loadBalancerArn")]
    public Output<string> LoadBalancerArn { get; private set; }

    /// <summary>The load balancer's own DNS name, for an alias record.</summary>
    [Output("loadBalancerDnsName")]
    public Output<string> LoadBalancerDnsName { get; private set; }

    /// <summary>The hosted zone of that name, which an alias record has to name.</summary>
    [Output("loadBalancerZoneId")]
    public Output<string> LoadBalancerZoneId { get; private set; }

    /// <summary>The ARN of the group of targets whose health the load balancer checks.</summary>
    [Output("targetGroupArn")]
    public Output<string> TargetGroupArn { get; private set; }

    /// <summary>The name of the group of servers.</summary>
    [Output("autoScalingGroupName")]
    public Output<string> AutoScalingGroupName { get; private set; }

    /// <summary>The id of the servers' security group, for what they may reach: a rule of yours on each side, by this id.</summary>
    [Output("serverSecurityGroupId")]
    public Output<string> ServerSecurityGroupId { get; private set; }

    /// <summary>The id of the load balancer's security group.</summary>
    [Output("loadBalancerSecurityGroupId")]
    public Output<string> LoadBalancerSecurityGroupId { get; private set; }

    /// <summary>The ARN of the topic that alarms go to, for subscriptions of your own.</summary>
    [Output("alertTopicArn")]
    public Output<string> AlertTopicArn { get; private set; }

    /// <summary>The dashboard in the AWS console.</summary>
    [Output("dashboardUrl")]
    public Output<string> DashboardUrl { get; private set; }

    // Passes the name on, since the check must come before the base constructor, which registers the component.
    private static string NameIfShort(string name) => name.Length <= LongestName
        ? name
        : throw new ArgumentException(
            $"name must have at most {LongestName} characters, which AWS leaves of a target group's name, got '{name}'", nameof(name));
}
