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
        var documents = Documents(WithoutForeword(bytes));
        return documents switch
        {
            [{ ValueKind: JsonValueKind.Object } document] when StateDocument.Is(document) => StateDocument.Read(document),
            [{ ValueKind: JsonValueKind.Object } document] when PreviewDocument.Is(document) => PreviewDocument.Read(document, name),
            [{ ValueKind: JsonValueKind.Object } first, ..] when EventStream.Is(first) => EventStream.Read(documents),
            _ => throw new InvalidUsageException($"{name} must hold {Known}, but holds something else: name another file"),
        };
    }

    // What Pulumi prints before its JSON, such as of a policy pack that it installs, is blanked out, so that the numbers of lines stay:
    // https://github.com/pulumi/pulumi/issues/19775.
    private static ReadOnlyMemory<byte> WithoutForeword(ReadOnlyMemory<byte> bytes)
    {
        var start = bytes.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0 || bytes.Span[start] is (byte)'{' or (byte)'[' || bytes.Span.IndexOf("\n{"u8) is not (>= 0 and var end))
            return bytes;

        var plain = bytes.ToArray();
        foreach (ref var character in plain.AsSpan(0, end))
            character = character == (byte)'\n' ? character : (byte)' ';
        return plain;
    }

    // What Pulumi prints after it, such as where it has saved a plan: https://github.com/pulumi/pulumi/issues/11453.
    private static bool IsAfterword(List<JsonElement> documents) => documents is [var only] && PreviewDocument.Is(only);

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
            while (documents is [] or [{ ValueKind: JsonValueKind.Object }, ..] && reader.Read())
                documents.Add(JsonElement.ParseValue(ref reader));
        }
        catch (JsonException) when (documents is [{ ValueKind: JsonValueKind.Object } first, ..]
            && (EventStream.Is(first) || IsAfterword(documents)))
        {
        }

        return documents;
    }
}
