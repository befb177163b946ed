namespace Infra.Packing;

/// <summary>One file of an archive.</summary>
/// <param name="Name">Its path in the archive, with <c>/</c>; relative, without <c>.</c> and <c>..</c>.</param>
/// <param name="Source">The file on this machine that has its content; not looked at where it is a link or a folder.</param>
/// <param name="IsExecutable">Whether it gets mode 0755 and not 0644.</param>
/// <param name="LinkTarget">What it leads to, if it is a symbolic link: that it stays inside is for the caller to see to.</param>
/// <param name="Content">What its content must be; none: what it is when it is packed.</param>
/// <param name="IsFolder">Whether it is a folder. One that something is in comes by itself.</param>
public sealed record PackedFile(
    string Name, string Source, bool IsExecutable = false, string? LinkTarget = null, FileContent? Content = null, bool IsFolder = false);
