using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Cli.Live.Tools;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Drill;

/// <summary>What a deployed stack says of its group of servers.</summary>
internal sealed record GroupOutputs
{
    [JsonPropertyName("url")]
    public required Uri Url { get; init; }

    [JsonPropertyName("region")]
    public required string Region { get; init; }

    [JsonPropertyName("autoScalingGroupName")]
    public required string GroupName { get; init; }

    [JsonPropertyName("targetGroupName")]
    public required string TargetGroupName { get; init; }

    [JsonPropertyName("secondsToNoticeSickServer")]
    public required int SecondsToNotice { get; init; }

    [JsonPropertyName("secondsToReplaceSickServer")]
    public required int SecondsToReplace { get; init; }

    [JsonPropertyName("secondsToAddServer")]
    public required int SecondsToAdd { get; init; }

    /// <summary>The requests that one address may make in five minutes; none without a firewall.</summary>
    [JsonPropertyName("firewallRateLimit")]
    public int? FirewallRateLimit { get; init; }

    /// <summary>The longest until a server that the group knows to be unhealthy has a replacement that gets requests.</summary>
    [JsonIgnore]
    public TimeSpan ReplaceMarked => TimeSpan.FromSeconds(SecondsToReplace - SecondsToNotice);

    /// <summary>The longest until one more server gets requests under load.</summary>
    [JsonIgnore]
    public TimeSpan AddServer => TimeSpan.FromSeconds(SecondsToAdd);

    /// <summary>Asks the Pulumi CLI.</summary>
    /// <exception cref="InvalidUsageException">The CLI is not there, or it knows no such stack, or the stack says too little.</exception>
    public static async Task<GroupOutputs> OfAsync(string stack, CancellationToken cancellation) =>
        Read(
            stack,
            await PulumiCli.OutputsAsync(stack, $"stack {stack}", $"install it, and log in to where {stack} is kept", cancellation));

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidUsageException">They are no JSON, or there are too few.</exception>
    public static GroupOutputs Read(string stack, string json)
    {
        try
        {
            var outputs = JsonSerializer.Deserialize<GroupOutputs>(json);
            return outputs?.Url is { IsAbsoluteUri: true, Scheme: "https" }
                ? outputs
                : throw new JsonException("The url must begin with https://.");
        }
        catch (JsonException strange)
        {
            throw new InvalidUsageException(
                $"the outputs of stack {stack} are not what this program writes: {strange.Message} Run 'pulumi up --stack {stack}' first.");
        }
    }
}
