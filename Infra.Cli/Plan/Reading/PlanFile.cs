using System.Text;
using System.Text.Json;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>Reads a file with a plan or a state, and finds out which it is.</summary>
internal static class PlanFile
{
    /// <summary>What names standard input in place of a file.</summary>
    public const string StandardInput = "-";

    // A stack of this program is under half a megabyte in any of the formats.
    private const int MaximumMegabytes = 64;
    private const int MaximumBytes = MaximumMegabytes * 1024 * 1024;

    private const string Known =
        "the JSON of 'pulumi preview --json', of '--event-log', of 'pulumi stack export' or of 'infra preview --json'";

    /// <summary>Reads one.</summary>
    /// <param name="path">The file, or <c>-</c>.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="InvalidUsageException">It is none of those that are known, or is broken, too large or not to be read.</exception>
    public static PlanContents Read(string path, Stream input)
    {
        var name = path == StandardInput ? "standard input" : LegibleText.Line(path);
        var bytes = Utf8(Bytes(path, input, name));
        if (bytes.IsEmpty)
            throw new InvalidUsageException($"{name} must hold {Known}, but is empty: make it again");

        try
        {
            return Contents(bytes, name);
        }
        catch (JsonException fault)
        {
            throw new InvalidUsageException(
                $"{name} must hold {Known}, but is broken JSON at line {fault.LineNumber + 1}: make it again");
        }
        catch (FormatException fault)
        {
            throw new InvalidUsageException($"{name} must hold {Known}, but {fault.Message}: make it again");
        }
    }

    private static PlanContents Contents(ReadOnlyMemory<byte> bytes, string name)
    {
        var documents = Documents(bytes);
        return documents switch
        {
            [{ ValueKind: JsonValueKind.Object } document] when StateDocument.Is(document) => StateDocument.Read(document),
            [{ ValueKind: JsonValueKind.Object } document] when PreviewDocument.Is(document) => PreviewDocument.Read(document, name),
            [{ ValueKind: JsonValueKind.Object } first, ..] when EventStream.Is(first) => EventStream.Read(documents),
            _ => throw new InvalidUsageException($"{name} must hold {Known}, but holds something else: name another file"),
        };
    }

    // One document, or one on each line.
    private static List<JsonElement> Documents(ReadOnlyMemory<byte> bytes)
    {
        var documents = new List<JsonElement>();
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
            documents.Add(JsonElement.ParseValue(ref reader));
        return documents;
    }

    private static ReadOnlyMemory<byte> Bytes(string path, Stream input, string name)
    {
        try
        {
            if (path == StandardInput)
                return Bounded(input, name);

            if (Directory.Exists(path))
                throw new InvalidUsageException($"{name} must be a file with {Known}, but is a folder: name a file");

            // Before it is opened: whoever opens a pipe waits for its other end.
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
            if (target.Exists && target.Length > MaximumBytes)
                throw TooLarge(name);

            using var file = File.OpenRead(path);
            return Bounded(file, name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidUsageException($"{name} can't be read ({fault.Message}): name a file with {Known}");
        }
    }

    private static ReadOnlyMemory<byte> Bounded(Stream stream, string name)
    {
        using var bytes = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int length; (length = stream.Read(part)) > 0;)
        {
            bytes.Write(part, 0, length);
            if (bytes.Length > MaximumBytes)
                throw TooLarge(name);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static InvalidUsageException TooLarge(string name) =>
        new($"{name} must be at most {MaximumMegabytes} MiB: name a file with {Known}");

    // Windows PowerShell writes UTF-16 into a file.
    private static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> bytes) => bytes.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
        [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes[2..].ToArray()),
        _ => bytes,
    };
}
