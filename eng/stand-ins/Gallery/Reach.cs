using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gallery;

/// <summary>Asks the package sources of this machine what they have.</summary>
internal static partial class Reach
{
    /// <summary>Those of the packages that no source has in their version.</summary>
    public static IReadOnlySet<PackageName> Missing(IReadOnlyCollection<PackageName> packages, string scratch)
    {
        var downloads = packages.GroupBy(package => package.Id).Select(group =>
            $"""<PackageDownload Include="{group.Key}" Version="{string.Join(';', group.Select(package => $"[{package.Version}]"))}" />""");
        var project = Path.Combine(scratch, "reach.csproj");
        File.WriteAllText(project,
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{string.Concat(downloads)}</ItemGroup>
            </Project>
            """);

        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", project])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                // A package folder of its own, since what lies in the user's may be in no source; in the language of the patterns below.
                ["NUGET_PACKAGES"] = Path.Combine(scratch, "packages"),
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            },
        })!;
        var output = restore.StandardOutput.ReadToEnd();
        restore.WaitForExit();
        var ids = NotFoundAtAll().Matches(output).Select(match => match.Groups[1].Value).ToHashSet();
        var versions = NotFoundInVersion()
            .Matches(output)
            .Select(match => new PackageName(match.Groups[1].Value, match.Groups[2].Value))
            .ToHashSet();
        var missing = packages.Where(package => ids.Contains(package.Id) || versions.Contains(package)).ToHashSet();
        var isUnderstood = Errors().Matches(output).All(error => error.Groups[1].Value is "NU1101" or "NU1102");
        return isUnderstood && (restore.ExitCode == 0 || missing.Count > 0)
            ? missing
            : throw new InvalidOperationException($"dotnet restore failed otherwise:\n{output}");
    }

    [GeneratedRegex(@"error (\w+):")]
    private static partial Regex Errors();

    [GeneratedRegex(@"NU1101: Unable to find package ([\w.]+)\.")]
    private static partial Regex NotFoundAtAll();

    [GeneratedRegex(@"NU1102: Unable to find package ([\w.]+) with version \(= ([\w.]+)\)")]
    private static partial Regex NotFoundInVersion();
}
