using System.Text.Json;

namespace Gallery;

/// <summary>
/// A package source as files: the resources of https://learn.microsoft.com/nuget/api/overview that a restore asks for, and no other.
/// </summary>
internal sealed class GalleryFolder(string root, string address)
{
    /// <summary>Writes the source's index, and what is known of vulnerable packages.</summary>
    public void WriteIndex(JsonElement advisories)
    {
        Write("index.json", new
        {
            version = "3.0.0",
            resources = new object[]
            {
                Resource("flat/", "PackageBaseAddress/3.0.0"),
                Resource("vulnerabilities/index.json", "VulnerabilityInfo/6.7.0"),
            },
        });
        Write("vulnerabilities/index.json", new[]
        {
            new Dictionary<string, string>
            {
                ["@name"] = "base",
                ["@id"] = $"{address}vulnerabilities/base.json",
                ["@updated"] = "2026-01-01T00:00:00Z",
            },
        });
        Write("vulnerabilities/base.json", advisories);
    }

    /// <summary>Adds versions of one package, each by a function that writes it to a path.</summary>
    public void Add(string lowerId, IReadOnlyDictionary<string, Action<string>> versions)
    {
        Write($"flat/{lowerId}/index.json", new { versions = versions.Keys });
        foreach (var (version, write) in versions)
            write(Directory.CreateDirectory(Path.Combine(root, "flat", lowerId, version)) + $"/{lowerId}.{version}.nupkg");
    }

    private Dictionary<string, string> Resource(string path, string type) => new() { ["@id"] = address + path, ["@type"] = type };

    private void Write<T>(string path, T value)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(value));
    }
}
