using Infra.Cli.Shell;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>Reads one of Pulumi's YAML files.</summary>
internal static class YamlFile
{
    // Pulumi's own files are a few kilobytes; more than this is a mistake.
    private const int MaximumBytes = 1024 * 1024;

    /// <summary>The mapping that the file holds.</summary>
    /// <exception cref="InvalidUsageException">There is no such file, or it is none.</exception>
    public static YamlMappingNode Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (Directory.Exists(path))
                throw new InvalidUsageException($"{name} must be a file, but is a folder: restore it from git");

            using var reader = new StreamReader(ReadBounded(path, name));
            return Path.GetExtension(name) == ".json" ? JsonFile.Parse(reader.ReadToEnd(), name) : Parse(reader, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidUsageException($"{name} can't be read ({e.Message}): make it readable, or restore it from git");
        }
    }

    /// <summary>The mapping that a text holds.</summary>
    /// <exception cref="InvalidUsageException">It holds none.</exception>
    public static YamlMappingNode Parse(TextReader text, string name)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new BoundedParser(new Parser(text), name));
            return stream.Documents switch
            {
                [] => throw new InvalidUsageException($"{name} must hold settings, but is empty: restore it from git"),
                [{ RootNode: YamlMappingNode mapping }] => mapping,
                _ => throw new InvalidUsageException($"{name} must be one YAML mapping: restore it from git"),
            };
        }
        catch (YamlException e)
        {
            throw new InvalidUsageException($"{name} is not valid YAML, line {e.Start.Line}: {LegibleText.Of(e.Message)}");
        }
        catch (Exception e) when (e is not (InvalidUsageException or IOException or OutOfMemoryException))
        {
            // Fuzzing found texts that make YamlDotNet lose its place, such as an empty key under an empty key; it shows in several ways.
            throw new InvalidUsageException($"{name} is not valid YAML: no parser could follow it, restore it from git");
        }
    }

    // Not by the length that the file system knows, which may grow meanwhile.
    private static MemoryStream ReadBounded(string path, string name)
    {
        // Without opening it: a named pipe has no length either, and whoever opens one waits for its other end.
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
        if (target.Length == 0)
            throw new InvalidUsageException($"{name} must hold settings, but is empty: restore it from git");

        using var file = File.OpenRead(path);
        var bytes = new byte[MaximumBytes + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= MaximumBytes
            ? new(bytes, 0, length)
            : throw new InvalidUsageException($"{name} must be at most 1 MiB: keep only settings in it");
    }
}
