using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs;

/// <summary>Each tool's version stands in one place, and whatever works on the project takes it from there.</summary>
internal sealed partial class ToolVersionTests
{
    private static readonly string Container = File.ReadAllText(Path.Combine(Repository.Root, ".devcontainer", "devcontainer.json"));
    private static readonly string Installation = File.ReadAllText(Path.Combine(Repository.Root, ".devcontainer", "install"));

    [Test]
    public void Sdk_OfTheContainer_IsThatOfGlobalJson()
    {
        using var global = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "global.json")));
        using var container = JsonDocument.Parse(Container);
        var wanted = global.RootElement.GetProperty("sdk").GetProperty("version").GetString();
        var installed = container.RootElement.GetProperty("features").EnumerateObject()
            .Single(feature => feature.Name.Contains("/dotnet:", StringComparison.Ordinal)).Value.GetProperty("version").GetString();

        Assert.That(wanted, Does.StartWith($"{installed}."));
    }

    // In a container nothing is to be skipped.
    [Test]
    public void Container_HasWhatCiInstalls()
    {
        var ci = File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run"));
        var packages = PackageNames().Matches(ci)
            .ToDictionary(match => match.Groups["program"].Value, match => match.Groups["package"].Value);
        var wanted = Installs().Matches(ci).SelectMany(match => match.Groups["programs"].Value.Split(' '))
            .Except(["node", "npm"]).Distinct().Select(program => packages.GetValueOrDefault(program, program));

        Assert.That(packages, Is.Not.Empty);
        Assert.That(Installation.Split([' ', '\n']), Is.SupersetOf(wanted));
        Assert.That(Container, Does.Contain("/node:"), "npm comes with Node.js");
    }

    [GeneratedRegex(@"^ +(?<program>[\w-]+)\) packages\+=\((?<package>[\w+-]+)\) ;;$", RegexOptions.Multiline)]
    private static partial Regex PackageNames();

    [GeneratedRegex(@"^if install (?<programs>[\w -]+) >", RegexOptions.Multiline)]
    private static partial Regex Installs();
}
