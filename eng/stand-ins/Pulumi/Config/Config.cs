using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Reads the configuration of the stack under one namespace, by default the project's.</summary>
public sealed class Config
{
    private const string LegacySuffix = ":config";

    private readonly string _name;

    public Config(string? name = null)
    {
        name ??= Deployment.Current.ProjectName;
        _name = name.EndsWith(LegacySuffix, StringComparison.Ordinal) ? name[..^LegacySuffix.Length] : name;
    }

    public string? Get(string key) => Deployment.Current.Configuration.Find(FullKey(key));
    public bool? GetBoolean(string key) => Get(key) is null ? null : RequireBoolean(key);
    public int? GetInt32(string key) => Get(key) is null ? null : RequireInt32(key);
    public double? GetDouble(string key) => Get(key) is null ? null : RequireDouble(key);
    public T GetObject<T>(string key) => Get(key) is null ? default! : RequireObject<T>(key);
    public T GetObject<T>(string key, JsonSerializerOptions options) => Get(key) is null ? default! : RequireObject<T>(key, options);
    public Output<string>? GetSecret(string key) => Get(key) is null ? null : RequireSecret(key);
    public Output<bool>? GetSecretBoolean(string key) => Get(key) is null ? null : RequireSecretBoolean(key);
    public Output<int>? GetSecretInt32(string key) => Get(key) is null ? null : RequireSecretInt32(key);
    public Output<double>? GetSecretDouble(string key) => Get(key) is null ? null : RequireSecretDouble(key);
    public Output<T>? GetSecretObject<T>(string key) => Get(key) is null ? null : RequireSecretObject<T>(key);
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));
    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));
    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));
    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));
    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));
    public string Require(string key) => Get(key) ?? throw new MissingException(FullKey(key));

    // JSON spelling only: what the Boolean type itself prints, "True", is not accepted.
    public bool RequireBoolean(string key) => Require(key) switch
    {
        "true" => true,
        "false" => false,
        _ => throw Invalid(key, nameof(Boolean)),
    };

    public int RequireInt32(string key) =>
        int.TryParse(Require(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Invalid(key, nameof(Int32));

    public double RequireDouble(string key) =>
        double.TryParse(Require(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Invalid(key, nameof(Double));

    public T RequireObject<T>(string key) => RequireObject<T>(key, JsonSerializerOptions.Default);

    public T RequireObject<T>(string key, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Require(key), options)!;
        }
        catch (JsonException exception)
        {
            throw Invalid(key, typeof(T).FullName!, exception);
        }
    }

    private string FullKey(string key) => $"{_name}:{key}";

    private InvalidValueException Invalid(string key, string type, Exception? inner = null) =>
        new(FullKey(key), Require(key), type, inner);

    private sealed class MissingException(string key) : RunException(
        $"Missing Required configuration variable '{key}'\n"
        + $"\tplease set a value using the command `pulumi config set {key} <value>`");

    private sealed class InvalidValueException(string key, string value, string type, Exception? inner)
        : RunException($"Configuration '{key}' value '{value}' is not a valid {type}", inner);
}
