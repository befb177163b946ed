using System.Text.Json.Nodes;

namespace Infra.Cli.Roles;

/// <summary>A policy that is ready for IAM.</summary>
internal sealed record RoleDocument(string Name, JsonObject Json)
{
    public const string TrustDeploy = "trust-deploy";
    public const string TrustPreview = "trust-preview";
    public const string Read = "read";
    public const string Network = "network";
    public const string Servers = "servers";
    public const string Identity = "identity";
    public const string Data = "data";

    /// <summary>What is denied, whatever the others allow.</summary>
    public const string Limits = "limits";

    /// <summary>The most that the roles which the stack makes can be given. It is attached to none.</summary>
    public const string Boundary = "boundary";

    /// <summary>Only of a stack that makes records.</summary>
    public const string Dns = "dns";

    public static string FileOf(string name) => $"{name}.json";
}
