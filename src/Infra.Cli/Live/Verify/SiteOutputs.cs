using System.Text.Json;
using Infra.Cli.Live.Aws;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Live.Verify;

/// <summary>What a deployed stack says of its site.</summary>
internal sealed class SiteOutputs
{
    // What the CLI writes in place of a secret's value.
    private const string Hidden = "[secret]";

    private readonly string _stack;
    private readonly string _json;
    private readonly Dictionary<string, JsonElement> _outputs;

    private SiteOutputs(string stack, string json)
    {
        (_stack, _outputs) = (stack, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? []);

        // Half of a surrogate pair is JSON, and no text: that shows on writing it.
        _json = JsonSerializer.Serialize(_outputs);
    }

    /// <summary>Where its site is.</summary>
    /// <exception cref="InvalidUsageException">It does not say so: it has not been deployed.</exception>
    public string Url => Text("url")
        ?? throw new InvalidUsageException(
            $"--stack {_stack} must be deployed, and has no output 'url': run 'pulumi up --stack {_stack}' first");

    /// <summary>The path of its health check; none if it was deployed before it had this output.</summary>
    public string? HealthCheckPath => Text("healthCheckPath");

    /// <summary>The security policy of its HTTPS listener; none as above.</summary>
    public string? TlsPolicy => Text("tlsPolicy");

    /// <summary>The header fields that every answer is to have, with their values; none as above.</summary>
    /// <exception cref="InvalidUsageException">The output is not of that form.</exception>
    public IReadOnlyDictionary<string, string>? ResponseHeaders
    {
        get
        {
            const string Output = "responseHeaders";
            if (!_outputs.TryGetValue(Output, out var value) || value.ValueKind == JsonValueKind.Null)
                return null;
            if (!AreTexts(value))
            {
                throw new InvalidUsageException(
                    $"--stack {_stack}: the output '{Output}' must be header fields with their values, got "
                    + $"'{LegibleText.Of(value.GetRawText())}'; give the URL itself");
            }

            return value.EnumerateObject().OrderBy(header => header.Name, StringComparer.Ordinal)
                .ToDictionary(header => header.Name, header => header.Value.GetString()!);
        }
    }

    /// <summary>Its certificate in PEM where it has signed that itself; none otherwise.</summary>
    public string? Certificate => Text("certificate");

    /// <summary>How its servers are rolled; none if it was deployed before it said so.</summary>
    public RollOutputs? Rolls
    {
        get
        {
            try
            {
                return GroupOutputs.Read<RollOutputs>(_stack, _json);
            }
            catch (InvalidUsageException)
            {
                return null;
            }
        }
    }

    /// <summary>Asks for them.</summary>
    /// <exception cref="InvalidUsageException">The CLI is not there, or it does not know.</exception>
    public static async Task<SiteOutputs> OfAsync(string stack, CancellationToken cancellation) =>
        Read(stack, await PulumiCli.OutputsAsync(stack, $"--stack {stack}", "install it, or give the URL itself", cancellation));

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidUsageException">They are no JSON.</exception>
    public static SiteOutputs Read(string stack, string json)
    {
        try
        {
            return new(stack, json);
        }
        catch (Exception strange) when (strange is JsonException or InvalidOperationException)
        {
            throw new InvalidUsageException(
                $"--stack {stack}: 'pulumi stack output --json' must print an object, got '{LegibleText.Of(json.Trim())}'; "
                + "give the URL itself");
        }
    }

    private static bool AreTexts(JsonElement value) => value.ValueKind == JsonValueKind.Object
        && value.EnumerateObject().All(member => member.Value.ValueKind == JsonValueKind.String);

    private string? Text(string name)
    {
        var value = _outputs.GetValueOrDefault(name);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return text switch
        {
            null or "" => null,
            Hidden => throw new InvalidUsageException(
                $"--stack {_stack}: the output '{name}' must not be secret, and is; give what it says by an option, or the URL itself"),
            _ => text,
        };
    }
}
