using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Cli.StackFiles;
using Infra.Cli.Tools;

namespace Infra.Cli.LiveDrill;

/// <summary>What a deployed stack says of itself, as far as a drill needs it.</summary>
internal sealed record StackOutputs
{
    private const string Program = "pulumi";

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

    /// <summary>The longest until a server that the group knows to be unhealthy has a replacement that gets requests.</summary>
    [JsonIgnore]
    public TimeSpan ReplaceMarked => TimeSpan.FromSeconds(SecondsToReplace - SecondsToNotice);

    /// <summary>The longest until one more server gets requests under load.</summary>
    [JsonIgnore]
    public TimeSpan AddServer => TimeSpan.FromSeconds(SecondsToAdd);

    /// <summary>Asks the Pulumi CLI. See https://www.pulumi.com/docs/iac/cli/commands/pulumi_stack_output/.</summary>
    /// <exception cref="InvalidUsageException">The CLI is not there, or it knows no such stack, or the stack says too little.</exception>
    public static async Task<StackOutputs> OfAsync(string stack, CancellationToken cancellation)
    {
        try
        {
            var run = await new Tool(Program).RunAsync(["stack", "output", "--json", "--stack", stack, "--non-interactive"], cancellation);
            return run.ExitCode == 0
                ? Read(stack, run.Out)
                : throw new InvalidUsageException($"stack {stack}: '{Program} stack output' failed: {run.Error.Trim()}");
        }
        catch (ToolMissingException missing)
        {
            throw new InvalidUsageException(
                $"the drill needs the Pulumi CLI, and {missing.Message}: install it, and log in to where {stack} is kept");
        }
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidUsageException">They are no JSON, or there are too few.</exception>
    public static StackOutputs Read(string stack, string json)
    {
        try
        {
            var outputs = JsonSerializer.Deserialize<StackOutputs>(json);
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
