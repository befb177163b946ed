using Infra.Tests.Support;

namespace Infra.Cli.Tests;

/// <summary>A copy of the project's files in a folder of its own, to be changed and thrown away.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public TemporaryProject()
    {
        Root = Directory.CreateTempSubdirectory("infra-").FullName;
        File.Copy(Path.Combine(Reference.Root, "Pulumi.yaml"), Path.Combine(Root, "Pulumi.yaml"));
        Directory.CreateDirectory(Path.Combine(Root, "site"));
        File.WriteAllText(Path.Combine(Root, "site", "index.html"), "<!doctype html><title>Test</title>");
    }

    public string Root { get; }

    /// <summary>Writes a file of the project; returns the project.</summary>
    public TemporaryProject With(string file, string content)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
