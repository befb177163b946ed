using System.Text.RegularExpressions;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads from the launch template what its user data makes of a new server.</summary>
internal static partial class ServerReader
{
    private const string ProgramDirectory = "Infra";

    public static DeclaredServer Read(
        DeclaredLaunchTemplate template, DeclaredTargetGroup targetGroup, DeclaredSite site, string rootDirectory)
    {
        var script = template.UserData ?? "";
        var folder = site.Folder ?? throw new InvalidUsageException($"{site.Name} must upload a folder to be rehearsed");
        return new()
        {
            NginxConfiguration = ConfigurationIn(script)
                ?? throw new InvalidUsageException($"the user data of {template.Name} must write nginx.conf to be rehearsed"),
            Port = targetGroup.Port,
            SiteFolder = Variable("site_folder", script, template),
            SiteSource = Path.GetFullPath(Path.Combine(rootDirectory, ProgramDirectory, folder)),
            HealthCheckPath = targetGroup.HealthCheck.Path,
        };
    }

    private static string? ConfigurationIn(string script) =>
        HereDocument().Match(script) is { Success: true } match ? match.Groups["text"].Value : null;

    private static string Variable(string name, string script, DeclaredLaunchTemplate template) =>
        Regex.Match(script, $"^{name}='(?<value>[^']*)'$", RegexOptions.Multiline) is { Success: true } match
            ? match.Groups["value"].Value
            : throw new InvalidUsageException($"the user data of {template.Name} must set {name} to be rehearsed");

    [GeneratedRegex(
        @"^cat > /etc/nginx/nginx\.conf <<'(?<end>\w+)'\n(?<text>.*?\n)\k<end>$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex HereDocument();
}
