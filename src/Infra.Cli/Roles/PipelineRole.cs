namespace Infra.Cli.Roles;

/// <summary>A role that a pipeline assumes.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Trust">The document that says who may assume it.</param>
/// <param name="Policies">The managed policies that say what it may do: their names, each with its document.</param>
internal sealed record PipelineRole(string Name, string Trust, IReadOnlyDictionary<string, string> Policies);
