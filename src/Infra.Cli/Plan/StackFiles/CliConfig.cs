using System.Text.Json;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>A stack's configuration as <c>pulumi config --json --show-secrets</c> prints it.</summary>
/// <remarks>See configValueJSON in https://github.com/pulumi/pulumi/tree/master/pkg/cmd/pulumi/config.</remarks>
internal static class CliConfig
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>The values by full key.</summary>
    /// <param name="json">What it printed.</param>
    /// <param name="asked">What the user has asked for it with: an error begins so, and quotes nothing, which may be secret.</param>
    /// <exception cref="InvalidUsageException">It is something else.</exception>
    public static IReadOnlyDictionary<string, ConfigValue> Read(string json, string asked)
    {
        try
        {
            var entries = JsonSerializer.Deserialize<Dictionary<string, Entry?>>(json, Format)
                ?? throw new JsonException();
            return entries.ToDictionary(
                entry => entry.Key,
                entry => entry.Value is { } read && (read.Value is not null || read.Secret)
                    ? new ConfigValue(read.Value ?? ConfigValue.Hidden, read.Secret)
                    : throw new JsonException());
        }
        catch (JsonException)
        {
            throw new InvalidUsageException(
                $"{asked}: 'pulumi config --json' must print an object of keys, each with value and secret, and printed something else: "
                + "run it to see what");
        }
    }

    private sealed record Entry(string? Value, bool Secret);
}
