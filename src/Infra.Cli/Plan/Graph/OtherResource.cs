namespace Infra.Cli.Plan.Graph;

/// <summary>A resource that is in a plan or a state, but that this tool leaves alone.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Name">The logical name.</param>
/// <param name="Why">Why, as a clause that follows its name.</param>
internal sealed record OtherResource(string Type, string Name, string Why);
