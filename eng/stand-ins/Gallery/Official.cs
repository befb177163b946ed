using System.Text.Json;

namespace Gallery;

/// <summary>What the public gallery says of the official packages and of those that they bring along: <c>official.json</c>.</summary>
/// <param name="Packages">By id and version, such as <c>Pulumi/3.112.1</c>, the versions of the packages that each depends on.</param>
/// <param name="Advisories">By id in lower case, the known vulnerabilities, in the form that NuGet reads.</param>
internal sealed record Official(SortedDictionary<string, SortedDictionary<string, string>> Packages, JsonElement Advisories)
{
    public static Official Read() => JsonSerializer.Deserialize<Official>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "official.json")), JsonSerializerOptions.Web)!;

    /// <summary>All packages that are named anywhere, as somebody's dependency too.</summary>
    public IEnumerable<PackageName> All => Packages.Keys.Select(PackageName.Parse)
        .Concat(Packages.Values.SelectMany(dependencies => dependencies.Select(entry => new PackageName(entry.Key, entry.Value))))
        .Distinct();

    public IReadOnlyDictionary<string, string> DependenciesOf(PackageName package) =>
        Packages.GetValueOrDefault(package.ToString()) ?? [];
}

/// <summary>A package in one version.</summary>
internal sealed record PackageName(string Id, string Version)
{
    public string LowerId => Id.ToLowerInvariant();

    /// <summary>Whether this project makes a stand-in of it.</summary>
    public bool HasStandIn => Id is "Pulumi" or "Pulumi.Aws" or "Pulumi.Tls";

    public static PackageName Parse(string text) => text.Split('/') is [var id, var version]
        ? new(id, version)
        : throw new FormatException($"official.json must name packages as Id/1.2.3, got '{text}'");

    public override string ToString() => $"{Id}/{Version}";
}
