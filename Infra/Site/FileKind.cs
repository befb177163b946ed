using System.Formats.Tar;

namespace Infra.Site;

/// <summary>What a path leads to, found out without opening it: whoever opens a named pipe or a device may wait for ever.</summary>
internal static class FileKind
{
    /// <summary>Whether it is a file with a content, and neither a pipe nor a socket nor a device. A link is none either.</summary>
    /// <param name="path">The path.</param>
    /// <param name="length">Its length, as the file system has it.</param>
    public static bool IsRegular(string path, long length)
    {
        // Nothing else has a length.
        if (length > 0)
            return true;

        // .NET tells kinds apart in its archives alone, which open none but regular files, and refuse a socket:
        // https://learn.microsoft.com/dotnet/api/system.formats.tar.tarwriter.writeentry.
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
                writer.WriteEntry(path, "it");
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
    }
}
