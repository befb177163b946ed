using System.Text;
using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads from the launch template what its user data makes of a new server.</summary>
internal static partial class ServerReader
{
    private const string ProgramDirectory = "Infra";

    public static DeclaredServer Read(ResourceGraph graph, ResourceNode template, ResourceNode targetGroup, string rootDirectory)
    {
        var script = Encoding.UTF8.GetString(Convert.FromBase64String(template.Need("userData")));
        var site = graph.OfType(TypeToken.BucketObject).Select(bundle => bundle.Find("source")).OfType<LocalArchive>().SingleOrDefault()
            ?? throw new InvalidUsageException($"stack {graph.StackName} must upload the folder of its site to be rehearsed");
        return new()
        {
            UserData = script,
            NginxConfiguration = ConfigurationIn(script) ?? throw new InvalidUsageException($"the user data of {template} must write nginx.conf to be rehearsed"),
            SiteFolder = Variable("site_folder", script, template),
            SiteSource = Path.GetFullPath(Path.Combine(rootDirectory, ProgramDirectory, site.Path)),
            HealthCheckPath = targetGroup.Text("healthCheck.path") ?? "/",
            HasPublicAddress = template.IsTrue("networkInterfaces.0.associatePublicIpAddress"),
        };
    }

    private static string? ConfigurationIn(string script) =>
        HereDocument().Match(script) is { Success: true } match ? match.Groups["text"].Value : null;

    private static string Variable(string name, string script, ResourceNode template) =>
        Regex.Match(script, $"^{name}='(?<value>[^']*)'$", RegexOptions.Multiline) is { Success: true } match
            ? match.Groups["value"].Value
            : throw new InvalidUsageException($"the user data of {template} must set {name} to be rehearsed");

    [GeneratedRegex(@"^cat > /etc/nginx/nginx\.conf <<'(?<end>\w+)'\n(?<text>.*?\n)\k<end>$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex HereDocument();
}
