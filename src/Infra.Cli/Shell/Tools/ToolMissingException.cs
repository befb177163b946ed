namespace Infra.Cli.Shell.Tools;

/// <summary>A program that is needed is not on PATH.</summary>
internal sealed class ToolMissingException(string program) : Exception($"there is no '{program}' on PATH");
