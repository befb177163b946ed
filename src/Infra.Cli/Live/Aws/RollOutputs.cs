using System.Text.Json.Serialization;

namespace Infra.Cli.Live.Aws;

/// <summary>What a deployed stack says of how its servers are rolled.</summary>
internal sealed record RollOutputs : GroupOutputs
{
    [JsonPropertyName("rollout")]
    [AwsText(AwsText.Word)]
    public required string Rollout { get; init; }

    [JsonPropertyName("launchTemplateId")]
    [AwsText(AwsText.Word)]
    public required string LaunchTemplateId { get; init; }

    [JsonPropertyName("preparedVersion")]
    [AwsText(AwsText.Word)]
    public required string PreparedVersion { get; init; }

    /// <summary>The version that the group had at the last deployment.</summary>
    [JsonPropertyName("provenVersion")]
    [AwsText(AwsText.Word)]
    public required string ProvenVersion { get; init; }

    /// <summary>The alarms on errors that visitors get.</summary>
    [JsonPropertyName("rollAlarmNames")]
    [AwsText(AwsText.Word)]
    public required IReadOnlyList<string> AlarmNames { get; init; }

    [JsonPropertyName("secondsToWarmUp")]
    public required int SecondsToWarmUp { get; init; }

    [JsonPropertyName("secondsToRoll")]
    public required int SecondsToRoll { get; init; }

    /// <summary>The longest that a roll of all servers takes.</summary>
    [JsonIgnore]
    public TimeSpan RollsWithin => TimeSpan.FromSeconds(SecondsToRoll);

    /// <summary>Whether the group keeps its version until a roll gives it the prepared one.</summary>
    [JsonIgnore]
    public bool IsPromoted => Rollout == "promote";
}
