namespace Infra.Cli.Rehearsal.Group;

/// <summary>What is wrong with a version of the launch template.</summary>
internal enum VersionFault
{
    None,

    /// <summary>A server of it never answers.</summary>
    NeverHealthy,

    /// <summary>A server of it passes its checks, and answers everybody else with an error.</summary>
    Errors,
}
