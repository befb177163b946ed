using Infra.Cli.Shell;
using Infra.Site;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads from the launch template what its user data makes of a new server.</summary>
internal static class ServerReader
{
    private const string ProgramDirectory = "Infra";

    public static DeclaredServer Read(
        DeclaredLaunchTemplate template, DeclaredTargetGroup targetGroup, DeclaredSite site, string rootDirectory)
    {
        var script = new BootScript(template.UserData ?? "");
        var folder = site.Folder ?? throw new InvalidUsageException($"{site.Name} must upload a folder to be rehearsed");
        var nginx = script.Nginx
            ?? throw new InvalidUsageException($"the user data of {template.Name} must write nginx.conf to be rehearsed");
        return new()
        {
            NginxConfiguration = nginx,
            Pages = SitePages.In(nginx),
            Port = targetGroup.Port,
            SiteFolder = Variable("site_folder", script, template),
            SiteSource = Path.GetFullPath(Path.Combine(rootDirectory, ProgramDirectory, folder)),
            HealthCheckPath = targetGroup.HealthCheck.Path,
        };
    }

    private static string Variable(string name, BootScript script, DeclaredLaunchTemplate template) =>
        script.Variable(name) ?? throw new InvalidUsageException($"the user data of {template.Name} must set {name} to be rehearsed");
}
