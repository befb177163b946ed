namespace Infra.Tests.Site;

/// <summary>A project's directory, to put sites into.</summary>
internal sealed class SiteProject : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("infra-site-tests-");

    public string Root => _root.FullName;

    public string At(string path) => Path.Combine(Root, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), content);
    }

    public void Dispose() => _root.Delete(recursive: true);
}
