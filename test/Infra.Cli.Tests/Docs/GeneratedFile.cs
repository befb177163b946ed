using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs;

/// <summary>A file of the repository that is written by code. <c>UPDATE_GOLDEN=1 dotnet test</c> writes it anew.</summary>
internal static class GeneratedFile
{
    /// <summary>Blocks of Markdown as the text of a file.</summary>
    public static string Text(IEnumerable<string> blocks) => $"{MarkdownText.Blocks(blocks)}\n";

    /// <summary>Fails when the file is not what the code writes now.</summary>
    /// <param name="path">Relative to the repository.</param>
    /// <param name="content">What the code writes now.</param>
    public static void Verify(string path, string content)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && (!File.Exists(file) || File.ReadAllText(file) != content))
            File.WriteAllText(file, content);

        const string Mend = "run 'UPDATE_GOLDEN=1 dotnet test --filter FullyQualifiedName~Infra.Cli.Tests.Docs' and read the difference";
        Assert.That(File.Exists(file), Is.True, $"{path} is missing: {Mend}");
        Assert.That(File.ReadAllText(file), Is.EqualTo(content), $"{path} is stale: {Mend}");
    }
}
