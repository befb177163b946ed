using System.Text;

namespace Infra.Cli.Shell;

/// <summary>A report or a drawing in a file.</summary>
internal static class ReportFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the file whole or not at all: whoever reads it meanwhile sees the old one.</summary>
    /// <param name="path">The file; its folder is made where it is not there.</param>
    /// <param name="content">All that is to be in it.</param>
    /// <param name="shownAs">What the user knows it by, say an option with its value.</param>
    /// <exception cref="InvalidUsageException">It can't be written.</exception>
    public static void Write(string path, string content, string shownAs) => Write(path, Utf8.GetBytes(content), shownAs);

    /// <inheritdoc cref="Write(string, string, string)"/>
    public static void Write(string path, byte[] content, string shownAs) => Guarded(() => Write(path, content), shownAs);

    /// <summary>Writes a file that is not there yet, whole or not at all.</summary>
    /// <exception cref="InvalidUsageException">It is there, or can't be written.</exception>
    public static void Create(string path, string content, string shownAs) =>
        Guarded(() => Move(path, Utf8.GetBytes(content), overwrite: false), shownAs);

    /// <summary>Removes the file.</summary>
    /// <exception cref="InvalidUsageException">It can't be removed.</exception>
    public static void Remove(string path, string shownAs) => Guarded(() => File.Delete(path), shownAs);

    /// <summary>Whether the file holds just this; not if there is none.</summary>
    public static bool Holds(string path, string content) => Path.Exists(path) && File.ReadAllText(path, Utf8) == content;

    private static void Guarded(Action change, string shownAs)
    {
        try
        {
            change();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidUsageException($"{shownAs} can't be written: {fault.Message}");
        }
    }

    private static void Write(string path, byte[] content)
    {
        // A link stays one.
        if (new FileInfo(path) is { LinkTarget: not null } link)
        {
            var target = link.ResolveLinkTarget(returnFinalTarget: true)!;
            if (target.Exists || !File.Exists(path))
                path = target.FullName;
        }

        if (IsStream(path))
            WriteInto(path, content);
        else
            Move(path, content, overwrite: true);
    }

    // A pipe or a device, such as what a shell's >(...) and /dev/stdout name: it has no length, and a file in its place would be another.
    private static bool IsStream(string path) =>
        File.Exists(path) && new FileInfo(path) is var file && (file.LinkTarget is not null || file.Length == 0);

    private static void WriteInto(string path, byte[] content)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Write(content);
    }

    private static void Move(string path, byte[] content, bool overwrite)
    {
        var directory = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = Path.Combine(directory.FullName, Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(draft, content);
            File.Move(draft, path, overwrite);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
