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
    public static void Write(string path, string content, string shownAs) => Guarded(() => Write(path, content), shownAs);

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

    private static void Write(string path, string content)
    {
        var directory = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = Path.Combine(directory.FullName, Path.GetRandomFileName());
        try
        {
            File.WriteAllText(draft, content, Utf8);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
