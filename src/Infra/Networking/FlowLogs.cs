using Infra.Common;
using Pulumi;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Ec2 = Pulumi.Aws.Ec2;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Networking;

/// <summary>Records who talked to whom in the VPC, accepted or rejected, in CloudWatch Logs.</summary>
internal sealed class FlowLogs : ComponentResource
{
    private const string Service = "vpc-flow-logs.amazonaws.com";

    private readonly string _name;

    /// <summary>Makes the log group, the role that writes to it, and the flow log.</summary>
    public FlowLogs(string name, FlowLogsArgs args, ComponentResourceOptions? options = null)
        : base("infra:networking:FlowLogs", name, options)
    {
        _name = name;
        var group = new CloudWatch.LogGroup($"{name}-group", new() { RetentionInDays = args.RetentionDays }, Child);
        var role = new Iam.Role($"{name}-role", new()
        {
            Description = "Lets VPC flow logs write to their log group",
            AssumeRolePolicy = TrustOf(args.Account),
            PermissionsBoundary = args.PermissionsBoundaryArn,
        }, Child);
        var permission = Permit(role, group, args.Account);

        _ = new Ec2.FlowLog($"{name}-log", new()
        {
            VpcId = args.VpcId,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = group.Arn,
            IamRoleArn = role.Arn,
        }, new() { Parent = this, DependsOn = { permission } });
        RegisterOutputs();
    }

    private CustomResourceOptions Child => new() { Parent = this };

    // The conditions keep anybody else's flow logs from writing through this role:
    // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html.
    private static Output<string> TrustOf(AwsAccount account) => PolicyDocument.Json(new PolicyStatement
    {
        Sid = "TrustFlowLogsOfThisAccount",
        Principals = new Dictionary<string, Input<string>> { ["Service"] = Service },
        Actions = ["sts:AssumeRole"],
        Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
        {
            ["StringEquals"] = new Dictionary<string, Input<string>> { ["aws:SourceAccount"] = account.Id },
            ["ArnLike"] = new Dictionary<string, Input<string>> { ["aws:SourceArn"] = account.Arn("ec2", "vpc-flow-log/*") },
        },
    });

    private Iam.RolePolicyAttachment Permit(Iam.Role role, CloudWatch.LogGroup group, AwsAccount account)
    {
        var policy = new Iam.Policy($"{_name}-policy", new()
        {
            Description = "Write to the log group of the VPC flow logs",
            PolicyDocument = PolicyDocument.Json(
                new PolicyStatement
                {
                    Sid = "WriteStreams",
                    // Not logs:CreateLogGroup: with it the service makes the group again after `pulumi destroy` has deleted it.
                    Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                    Resources = [Output.Format($"{group.Arn}:*")],
                },
                new PolicyStatement
                {
                    // AWS asks for it of every such role, and knows no single group for it.
                    Sid = "FindTheGroup",
                    Actions = ["logs:DescribeLogGroups"],
                    Resources = [account.Arn("logs", "log-group:*")],
                }),
        }, Child);
        return new($"{_name}-attachment", new() { Role = role.Name, PolicyArn = policy.Arn }, Child);
    }
}
