namespace Infra.Cli.Shell.Tools;

/// <summary>What a program left behind: its exit code, and what it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error);
