using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Reads the configuration of the stack under one namespace, by default the project's.</summary>
public sealed class Config
{
    private const string LegacyPrefix = ":config";

    private readonly string _name;

    public Config(string? name = null)
    {
        name ??= Deployment.Current.ProjectName;
        _name = name.EndsWith(LegacyPrefix, StringComparison.Ordinal) ? name[..^LegacyPrefix.Length] : name;
    }

    public string? Get(string key) => Deployment.Current.Configuration.Find(FullKey(key));

    public bool? GetBoolean(string key) => Get(key) is { } text ? ParseBoolean(key, text) : null;

    public int? GetInt32(string key) => Get(key) is { } text ? ParseInt32(key, text) : null;

    public double? GetDouble(string key) => Get(key) is { } text ? ParseDouble(key, text) : null;

    public T GetObject<T>(string key) => GetObject<T>(key, JsonSerializerOptions.Default);

    public T GetObject<T>(string key, JsonSerializerOptions options) =>
        Get(key) is { } text ? ParseObject<T>(key, text, options) : default!;

    public Output<string>? GetSecret(string key) => Get(key) is { } text ? Output.CreateSecret(text) : null;

    public Output<bool>? GetSecretBoolean(string key) => Secret(GetBoolean(key));

    public Output<int>? GetSecretInt32(string key) => Secret(GetInt32(key));

    public Output<double>? GetSecretDouble(string key) => Secret(GetDouble(key));

    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, JsonSerializerOptions.Default);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        Get(key) is { } text ? Output.CreateSecret(ParseObject<T>(key, text, options)) : null;

    public string Require(string key) => Get(key) ?? throw new MissingException(FullKey(key));

    public bool RequireBoolean(string key) => ParseBoolean(key, Require(key));

    public int RequireInt32(string key) => ParseInt32(key, Require(key));

    public double RequireDouble(string key) => ParseDouble(key, Require(key));

    public T RequireObject<T>(string key) => RequireObject<T>(key, JsonSerializerOptions.Default);

    public T RequireObject<T>(string key, JsonSerializerOptions options) => ParseObject<T>(key, Require(key), options);

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        Output.CreateSecret(RequireObject<T>(key, options));

    private static Output<T>? Secret<T>(T? value)
        where T : struct =>
        value is { } present ? Output.CreateSecret(present) : null;

    private string FullKey(string key) => $"{_name}:{key}";

    // JSON spelling only: what the Boolean type itself prints, "True", is not accepted.
    private bool ParseBoolean(string key, string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new InvalidValueException(FullKey(key), text, nameof(Boolean)),
    };

    private int ParseInt32(string key, string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new InvalidValueException(FullKey(key), text, nameof(Int32));

    private double ParseDouble(string key, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new InvalidValueException(FullKey(key), text, nameof(Double));

    private T ParseObject<T>(string key, string text, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidValueException(FullKey(key), text, typeof(T).FullName!, exception);
        }
    }

    private sealed class MissingException(string key) : RunException(
        $"Missing Required configuration variable '{key}'\n"
        + $"\tplease set a value using the command `pulumi config set {key} <value>`");

    private sealed class InvalidValueException(string key, string value, string type, Exception? inner = null)
        : RunException($"Configuration '{key}' value '{value}' is not a valid {type}", inner);
}
