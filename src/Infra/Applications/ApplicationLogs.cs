using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Infra.Applications;

/// <summary>Where servers send what the application writes, so that it can be read when the server is gone.</summary>
public sealed class ApplicationLogs : ComponentResource
{
    /// <summary>Makes the log group; each server makes the streams in it.</summary>
    public ApplicationLogs(string name, ApplicationLogsArgs args, ComponentResourceOptions? options = null)
        : base("infra:applications:ApplicationLogs", name, options)
    {
        var group = new LogGroup($"{name}-group", new() { RetentionInDays = args.RetentionDays }, new() { Parent = this });

        Group = new(group.Name, group.Arn);
        RegisterOutputs(new Dictionary<string, object?> { ["groupName"] = group.Name });
    }

    /// <summary>The log group.</summary>
    public ApplicationLogGroup Group { get; }
}

/// <summary>The log group that servers write to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN, without what stands for its streams.</param>
public sealed record ApplicationLogGroup(Input<string> Name, Input<string> Arn)
{
    /// <summary>
    /// What servers may do with it. They can't make the group itself: an agent that did so would make it again after
    /// <c>pulumi destroy</c> has deleted it, and keep its logs forever.
    /// </summary>
    public static IReadOnlyList<string> Actions { get; } = ["logs:CreateLogStream", "logs:PutLogEvents"];

    /// <summary>The ARN that stands for its streams in a policy.</summary>
    public Input<string> Streams => Output.Format($"{Arn}:*");
}
