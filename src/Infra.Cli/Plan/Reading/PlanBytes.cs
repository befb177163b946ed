using System.Text;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>Gets what is in a file, or is piped in, as UTF-8; not more than a plan can have.</summary>
internal static class PlanBytes
{
    /// <summary>What names standard input in place of a file.</summary>
    public const string StandardInput = "-";

    // A stack of this program is under a megabyte in any of the formats.
    private const int MaximumMegabytes = 32;
    private const int MaximumBytes = MaximumMegabytes * 1024 * 1024;

    /// <summary>What the user knows the file by.</summary>
    public static string NameOf(string path) => path == StandardInput ? "standard input" : LegibleText.Of(path);

    /// <summary>Gets it.</summary>
    /// <param name="path">The file, or <c>-</c>.</param>
    /// <param name="input">Opens standard input.</param>
    /// <exception cref="InvalidUsageException">It is empty, too large or not to be read.</exception>
    public static ReadOnlyMemory<byte> Read(string path, Func<Stream> input)
    {
        var name = NameOf(path);
        var bytes = Utf8(Bytes(path, input, name), name);
        return bytes.IsEmpty ? throw new InvalidUsageException($"{name} must hold {PlanFile.Known}, but is empty: make it again") : bytes;
    }

    private static ReadOnlyMemory<byte> Bytes(string path, Func<Stream> input, string name)
    {
        try
        {
            if (path == StandardInput)
            {
                using var piped = input();
                return Bounded(piped, name);
            }

            if (Directory.Exists(path))
                throw new InvalidUsageException($"{name} must be a file with {PlanFile.Known}, but is a folder: name a file");

            using var file = File.OpenRead(path);
            return file.CanSeek && file.Length > MaximumBytes ? throw TooLarge(name) : Bounded(file, name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InvalidUsageException(
                $"{name} can't be read ({LegibleText.Of(fault.Message)}): name a file with {PlanFile.Known}");
        }
    }

    // Also of a file: one may grow, and a pipe has no length.
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
        new($"{name} must be at most {MaximumMegabytes} MiB: name a file with {PlanFile.Known}");

    // Windows PowerShell writes UTF-16 into a file, with a mark that says so.
    private static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> bytes, string name)
    {
        var plain = bytes.Span switch
        {
            [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
            [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes[2..].ToArray()),
            [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, bytes[2..].ToArray()),
            _ => bytes,
        };
        return System.Text.Unicode.Utf8.IsValid(plain.Span)
            ? plain
            : throw new InvalidUsageException($"{name} must be text in UTF-8 or UTF-16: name a file with {PlanFile.Known}");
    }
}
