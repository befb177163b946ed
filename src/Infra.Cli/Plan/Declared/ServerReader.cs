using Infra.Cli.Shell;
using Infra.Site;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads from the launch template what its user data makes of a new server.</summary>
internal sealed class ServerReader
{
    private readonly DeclaredLaunchTemplate _template;
    private readonly BootScript _script;
    private readonly OneOf _one;
    private readonly DeclaredStack _stack;
    private readonly string _rootDirectory;

    private ServerReader(DeclaredLaunchTemplate template, OneOf one, DeclaredStack stack, string rootDirectory)
    {
        (_template, _one, _stack, _rootDirectory) = (template, one, stack, rootDirectory);
        _script = new BootScript(template.UserData ?? "");
    }

    /// <summary>Reads it.</summary>
    /// <param name="template">The launch template.</param>
    /// <param name="targetGroup">How the load balancer asks the server.</param>
    /// <param name="one">What a rehearsal of this stack takes one of.</param>
    /// <param name="stack">The stack, for what it uploads for its servers.</param>
    /// <param name="rootDirectory">The project's directory.</param>
    /// <exception cref="InvalidUsageException">It can't be rehearsed.</exception>
    public static DeclaredServer Read(
        DeclaredLaunchTemplate template,
        DeclaredTargetGroup targetGroup,
        OneOf one,
        DeclaredStack stack,
        string rootDirectory) =>
        new ServerReader(template, one, stack, rootDirectory).Read(targetGroup);

    private DeclaredServer Read(DeclaredTargetGroup targetGroup)
    {
        var nginx = _script.Nginx
            ?? throw new InvalidUsageException($"the user data of {_template.Name} must write nginx.conf to be rehearsed");
        var unit = _script.ApplicationUnit;
        // A server with an application may have no site.
        var hasSite = unit is null || _script.Variable("site_folder") is not null;
        return new()
        {
            NginxConfiguration = nginx,
            Pages = SitePages.In(nginx),
            Port = targetGroup.Port,
            SiteFolder = hasSite ? Variable("site_folder") : null,
            SiteSource = hasSite ? SourceOf(_one.Only("uploaded site", _stack.Sites)) : null,
            SiteUpdater = hasSite ? _script.SiteUpdater : null,
            Application = unit is null ? null : DeclaredApplication.Of(
                unit,
                _template.Name,
                _script.SecretNames,
                SourceOf(_one.Only("uploaded application", _stack.Applications))),
            HealthCheckPath = targetGroup.HealthCheck.Path,
        };
    }

    private string SourceOf(DeclaredSite upload) => upload.Folder is { } folder
        ? Path.GetFullPath(Path.Combine(_rootDirectory, folder))
        : throw new InvalidUsageException($"{upload.Name} must upload a folder to be rehearsed");

    private string Variable(string name) =>
        _script.Variable(name) ?? throw new InvalidUsageException($"the user data of {_template.Name} must set {name} to be rehearsed");
}
