namespace Infra.Cli.Tests.BadInput;

/// <summary>The least stack file that is valid, and changes to it.</summary>
internal static class StackFile
{
    public const string Region = "  aws:region: eu-west-1\n";
    public const string Zones = "  infra:zones: [eu-west-1a, eu-west-1b]\n";

    /// <summary>With more lines.</summary>
    public static string And(string lines) => $"config:\n{Region}{Zones}{lines}\n";

    /// <summary>With one setting, as YAML has it.</summary>
    public static string With(string key, string yaml) => key == "zones"
        ? $"config:\n{Region}  infra:zones: {yaml}\n"
        : And($"  infra:{key}: {yaml}");
}
