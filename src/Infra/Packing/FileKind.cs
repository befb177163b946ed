using System.Formats.Tar;

namespace Infra.Packing;

/// <summary>What a path leads to, found out without opening it: whoever opens a named pipe or a device may wait for ever.</summary>
internal static class FileKind
{
    // Of an error that no call of the operating system made.
    private static readonly int Refused = new IOException().HResult;

    /// <summary>Whether it is a file with a content, and neither a pipe nor a socket nor a device. A link is none either.</summary>
    /// <param name="path">The path.</param>
    /// <param name="length">Its length, as the file system has it.</param>
    public static bool IsRegular(string path, long length)
    {
        // None of these has a length.
        if (length > 0)
            return true;

        // .NET tells kinds apart in its archives alone, which open none but regular files, and refuse a socket by an error of their own:
        // https://learn.microsoft.com/dotnet/api/system.formats.tar.tarwriter.writeentry.
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
                writer.WriteEntry(path, "it");
        }
        catch (IOException fault) when (fault.HResult == Refused)
        {
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It opened it, so it is a file; whoever wants its content gets the error.
            return true;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
    }
}
