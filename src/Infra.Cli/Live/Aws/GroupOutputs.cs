using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Live.Aws;

/// <summary>What a deployed stack says of its group of servers.</summary>
internal record GroupOutputs
{
    private static readonly JsonSerializerOptions Format = new() { RespectNullableAnnotations = true };

    [JsonPropertyName("url")]
    public required Uri Url { get; init; }

    [JsonPropertyName("region")]
    [AwsText(AwsText.Word)]
    public required string Region { get; init; }

    [JsonPropertyName("autoScalingGroupName")]
    [AwsText(AwsText.Word)]
    public required string GroupName { get; init; }

    [JsonPropertyName("targetGroupName")]
    [AwsText(AwsText.Word)]
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
    public static async Task<T> OfAsync<T>(string stack, CancellationToken cancellation)
        where T : GroupOutputs =>
        Read<T>(
            stack,
            await PulumiCli.OutputsAsync(stack, $"stack {stack}", $"install it, and log in to where {stack} is kept", cancellation));

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidUsageException">They are no JSON, or there are too few.</exception>
    public static T Read<T>(string stack, string json)
        where T : GroupOutputs
    {
        try
        {
            var outputs = JsonSerializer.Deserialize<T>(json, Format);
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
