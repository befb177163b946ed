using Infra.Cli.Documents;
using Infra.Tests.Support;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;

namespace Infra.Cli.Tests.Docs.Documents;

/// <summary>A Markdown document of the repository.</summary>
/// <param name="Name">Its path in the repository.</param>
/// <param name="Text">What is in it.</param>
internal sealed record DocumentFile(string Name, string Text)
{
    // As GitHub reads it: with its tables and its anchors; the front matter is that of the slides.
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseYamlFrontMatter()
        .UsePreciseSourceLocation()
        .Build();

    private static readonly string[] Folders = ["docs", "eng"];

    public MarkdownDocument Syntax { get; } = Markdown.Parse(Text, GitHub);

    /// <summary>Every document there is, but for those of a copy, which are in <c>docs/ours</c>.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Folders.SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(name => !name.StartsWith("docs/ours/", StringComparison.Ordinal))
            .Where(name => !name.Split('/').Any(folder => folder is "node_modules" or "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>The document without what <c>infra docs</c> writes into it, which is about the customer's stacks.</summary>
    public static DocumentFile Load(string name)
    {
        var written = new MarkedDocument(name, File.ReadAllText(Path.Combine(Repository.Root, name)));
        return new(name, written.FillAsync(_ => Task.FromResult(""), []).GetAwaiter().GetResult());
    }

    public override string ToString() => Name;
}
