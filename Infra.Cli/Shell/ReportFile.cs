using System.Text;

namespace Infra.Cli.Shell;

/// <summary>A report or a drawing in a file.</summary>
internal static class ReportFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the file whole or not at all: whoever reads it meanwhile sees the old one.</summary>
    public static void Write(string path, string content)
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

    /// <summary>Whether the file holds just this; not if there is none.</summary>
    public static bool Holds(string path, string content) => Path.Exists(path) && File.ReadAllText(path, Utf8) == content;
}
