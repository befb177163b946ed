using Infra.Packing;

namespace Infra.Applications;

/// <summary>A file or a symbolic link of an application, or a folder of it that nothing is in.</summary>
/// <param name="Name">Its path in the folder, with <c>/</c>.</param>
/// <param name="Source">Where it is on this machine.</param>
/// <param name="IsExecutable">Whether a server's kernel can run it: a program of Linux, or a script that names its interpreter.</param>
/// <param name="LinkTarget">Where a symbolic link leads, relative to its own folder; null for a file.</param>
public sealed record ApplicationFile(string Name, string Source, bool IsExecutable, string? LinkTarget = null)
{
    /// <summary>Whether it is an empty folder, which an application may expect as it does its files.</summary>
    public bool IsFolder { get; init; }

    /// <summary>What it was built for, if it is a program.</summary>
    public ProgramPlatform? Platform { get; init; }

    /// <summary>What it held when it was read; null for a link and for a folder.</summary>
    public FileContent? Content { get; init; }
}
