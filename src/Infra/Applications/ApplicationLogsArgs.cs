using Pulumi;

namespace Infra.Applications;

/// <summary>What <see cref="ApplicationLogs"/> is made of.</summary>
public sealed class ApplicationLogsArgs : ResourceArgs
{
    /// <summary>
    /// How many days the application's output is kept; one of the numbers that CloudWatch Logs accepts. See
    /// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.
    /// </summary>
    [Input("retentionDays", required: true)]
    public required Input<int> RetentionDays { get; set; }
}
