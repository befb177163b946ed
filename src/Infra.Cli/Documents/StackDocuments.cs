using System.Text;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Documents;

/// <summary>The files of a project that follow from its stacks: drawings, and the marked parts of README and of what is in docs.</summary>
/// <param name="stacks">The stacks.</param>
/// <param name="fragments">What writes a marked part, by its name.</param>
/// <param name="draw">Draws all stacks: drawings by their file names.</param>
internal sealed class StackDocuments(
    DocumentedStacks stacks,
    IReadOnlyDictionary<string, Fragment> fragments,
    Func<DocumentedStacks, Task<IReadOnlyDictionary<string, string>>> draw)
{
    // Any other file of such a name is none of ours.
    private static readonly string[] DrawingBegins = ["<svg class=\"architecture\" ", "<svg class=\"timeline\" "];

    // Links may lead out of the project, or around.
    private static readonly EnumerationOptions WithoutLinks =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly string[] OfOtherTools = ["node_modules", "bin", "obj"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _docs = Path.Combine(stacks.RootDirectory, DocumentedStacks.DrawingFolder);

    /// <summary>
    /// What the files should hold that are not what they should be, by their path in the project; null for one that should not be there.
    /// </summary>
    /// <exception cref="InvalidUsageException">A document has a wrong marker, or can't be read.</exception>
    public async Task<IReadOnlyDictionary<string, string?>> StaleAsync()
    {
        var stale = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (file, drawing) in await draw(stacks))
            stale[DrawingPath(file)] = drawing;

        foreach (var document in Documents())
            stale[document.Name] = await FillAsync(document);

        foreach (var drawing in Leftovers().Where(file => !stale.ContainsKey(file)).ToList())
            stale[drawing] = null;

        return stale.Where(file => file.Value is null || TextOf(file.Key) != file.Value).ToDictionary();
    }

    private Task<string> FillAsync(MarkedDocument document)
    {
        var drawings = document.Name.Contains('/', StringComparison.Ordinal)
            ? Path.GetRelativePath(Path.GetDirectoryName(document.Name)!, DocumentedStacks.DrawingFolder).Replace('\\', '/')
            : DocumentedStacks.DrawingFolder;
        var prefix = drawings == "." ? "" : $"{drawings}/";
        return document.FillAsync(
            name => fragments.GetValueOrDefault(name) is { } fragment ? HiddenAsync(fragment(stacks, prefix)) : null, fragments.Keys);
    }

    private async Task<string> HiddenAsync(Task<string> text) =>
        stacks.All.Aggregate(await text, (shown, stack) => stack.Secrets.HiddenIn(shown));

    private IEnumerable<MarkedDocument> Documents()
    {
        var inDocs = Directory.Exists(_docs) ? Directory.EnumerateFiles(_docs, "*.md", WithoutLinks) : [];
        return
            from file in inDocs.Append(Path.Combine(stacks.RootDirectory, "README.md"))
            let name = Path.GetRelativePath(stacks.RootDirectory, file).Replace('\\', '/')
            where !name.Split('/').Any(OfOtherTools.Contains)
            let text = TextOf(name)
            where text is not null
            select new MarkedDocument(name, text);
    }

    // Strictly, and with its byte order mark: what is written again must be the same but for the generated parts.
    private string? TextOf(string name)
    {
        var path = Path.Combine(stacks.RootDirectory, name);
        try
        {
            // Without opening it: whoever opens a named pipe, which has no length, waits for its other end.
            return File.Exists(path) && new FileInfo(path).Length > 0 ? Utf8.GetString(File.ReadAllBytes(path)) : null;
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidUsageException($"{name} must be UTF-8: save it as that");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidUsageException($"{name} can't be read ({fault.Message}): make it readable");
        }
    }

    // Drawings of stacks that are gone. Another file of such a name, which no stack ever made, is left alone.
    private IEnumerable<string> Leftovers() =>
        from pattern in DocumentedStacks.DrawingsOf("*")
        from file in Directory.Exists(_docs) ? Directory.EnumerateFiles(_docs, pattern) : []
        let name = DrawingPath(Path.GetFileName(file))
        let text = TextOf(name)
        where text is not null && DrawingBegins.Any(begin => text.StartsWith(begin, StringComparison.Ordinal))
        select name;

    private static string DrawingPath(string file) => $"{DocumentedStacks.DrawingFolder}/{file}";
}
