namespace Infra.Cli.Rehearsal.Group;

/// <summary>A version of the launch template.</summary>
/// <param name="Number">1 at first, one more with each deployment.</param>
/// <param name="Fault">What is wrong with it.</param>
internal sealed record LaunchVersion(int Number, VersionFault Fault = VersionFault.None);
