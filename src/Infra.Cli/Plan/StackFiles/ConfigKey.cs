namespace Infra.Cli.Plan.StackFiles;

/// <summary>The keys of a configuration.</summary>
/// <remarks>See ParseKey in https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/config/key.go.</remarks>
internal static class ConfigKey
{
    /// <summary>A key with its namespace, the project's unless it has one; none if it is no key.</summary>
    // infra:config:zones is how older versions of Pulumi wrote infra:zones.
    public static string? Full(string key, string projectName) => key.Split(':') switch
    {
        [var name] => $"{projectName}:{name}",
        [_, _] => key,
        [var name, "config", var last] => $"{name}:{last}",
        _ => null,
    };
}
