namespace Infra.Cli.Cost;

/// <summary>The resource types that AWS charges for. Every type is either here or in <see cref="FreeTypes"/>.</summary>
internal static class ChargedTypes
{
    public const string AutoScalingGroup = "aws:autoscaling/group:Group";
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string CompositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    public const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    public const string Eip = "aws:ec2/eip:Eip";
    public const string FlowLog = "aws:ec2/flowLog:FlowLog";
    public const string KmsKey = "aws:kms/key:Key";
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string NatGateway = "aws:ec2/natGateway:NatGateway";
    public const string VpcEndpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    public const string WebAcl = "aws:wafv2/webAcl:WebAcl";
    public const string WebAclLogging = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        AutoScalingGroup, Bucket, CompositeAlarm, Dashboard, Eip, FlowLog, KmsKey, LaunchTemplate, LoadBalancer, LogGroup, MetricAlarm,
        NatGateway, VpcEndpoint, WebAcl, WebAclLogging,
    };
}
