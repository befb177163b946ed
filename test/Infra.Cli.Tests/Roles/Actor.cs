namespace Infra.Cli.Tests.Roles;

/// <summary>Whose credentials an attacker has.</summary>
internal enum Actor
{
    /// <summary>Those of the role that deploys the stack.</summary>
    Deploy,

    /// <summary>Those of the role that previews it.</summary>
    Preview,

    /// <summary>Those of a role that the first has made, with every right that a policy can give: only its boundary limits it.</summary>
    Made,
}
