using System.Text.Json;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>Reads a file with a plan or a state, and finds out which it is.</summary>
internal static class PlanFile
{
    /// <summary>What it may be, for messages.</summary>
    public const string Known =
        "the JSON of 'pulumi preview --json', of '--event-log', of 'pulumi stack export' or of 'infra preview --json'";

    // A stack of this program has some twenty thousand.
    private const int MaximumTokens = 2_000_000;

    /// <summary>Reads one.</summary>
    /// <param name="bytes">What is in it, as UTF-8.</param>
    /// <param name="name">What the user knows it by.</param>
    /// <exception cref="InvalidUsageException">It is none of those that are known, or is broken.</exception>
    public static PlanContents Read(ReadOnlyMemory<byte> bytes, string name)
    {
        try
        {
            return Contents(bytes, name);
        }
        catch (JsonException fault)
        {
            throw new InvalidUsageException(
                $"{name} must hold {Known}, but is no JSON from line {fault.LineNumber + 1} on: make it again");
        }
        catch (FormatException fault)
        {
            throw new InvalidUsageException($"{name} must hold {Known}, but {fault.Message}: make it again");
        }
        catch (InvalidOperationException)
        {
            // What the JSON reader says of half a character, which JSON can write and no text can hold.
            throw new InvalidUsageException($"{name} must hold {Known}, but has a text that is none: make it again");
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

    // A short file may hold millions of values, of which each takes more memory than its characters.
    private static void RequireFewTokens(ReadOnlyMemory<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            for (var count = 0; reader.Read();)
            {
                if (++count > MaximumTokens)
                    throw new FormatException("has more values than any stack");
            }
        }
        catch (JsonException)
        {
            // Up to there it may be what it should; whoever reads it says so.
        }
    }

    // One document, or one on each line, of which the last may still be written.
    private static List<JsonElement> Documents(ReadOnlyMemory<byte> bytes)
    {
        RequireFewTokens(bytes);
        var documents = new List<JsonElement>();
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            while (reader.Read())
                documents.Add(JsonElement.ParseValue(ref reader));
        }
        catch (JsonException) when (documents is [{ ValueKind: JsonValueKind.Object } first, ..] && EventStream.Is(first))
        {
        }

        return documents;
    }
}
