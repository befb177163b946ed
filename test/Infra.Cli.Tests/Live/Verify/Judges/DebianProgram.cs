namespace Infra.Cli.Tests.Live.Verify.Judges;

/// <summary>Programs of Debian's packages. Some are only where root's PATH leads.</summary>
internal static class DebianProgram
{
    /// <summary>Where it is.</summary>
    public static string Find(string name) =>
        $"{Environment.GetEnvironmentVariable("PATH")}{Path.PathSeparator}/usr/sbin"
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
        ?? throw new IgnoreException($"needs {name}, which is not installed here");
}
