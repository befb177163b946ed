namespace Infra.Cli.Checks;

/// <summary>Controls about one part of a stack.</summary>
internal sealed record ControlArea(string Name, IReadOnlyList<Control> Controls);
