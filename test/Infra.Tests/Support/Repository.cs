namespace Infra.Tests.Support;

/// <summary>The files of the repository, as they are beside the code under test.</summary>
public static class Repository
{
    /// <summary>The directory that holds global.json, upwards from where the tests run.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory)
    {
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "global.json")))
            directory = directory.Parent;

        return directory?.FullName ?? throw new InvalidOperationException($"no repository above {AppContext.BaseDirectory}");
    }
}
