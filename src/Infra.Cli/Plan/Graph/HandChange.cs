namespace Infra.Cli.Plan.Graph;

/// <summary>A resource that is otherwise than the program made it.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="Inputs">The inputs that are, such as <c>defaultActions.0.type</c>.</param>
internal sealed record HandChange(string Name, IReadOnlyList<string> Inputs);
