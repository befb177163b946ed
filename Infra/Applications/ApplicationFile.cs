namespace Infra.Applications;

/// <summary>A file or a symbolic link of an application.</summary>
/// <param name="Name">Its path in the folder, with <c>/</c>.</param>
/// <param name="Source">Where it is on this machine.</param>
/// <param name="IsExecutable">Whether a server's kernel can run it: a program of Linux, or a script that names its interpreter.</param>
/// <param name="LinkTarget">Where a symbolic link leads, relative to its own folder; null for a file.</param>
public sealed record ApplicationFile(string Name, string Source, bool IsExecutable, string? LinkTarget = null);
