using System.Text;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>What a script makes of a new server, and what it must write for a rehearsal.</summary>
internal sealed class ServerReaderTests
{
    private const string Nginx = "\ncat > /etc/nginx/nginx.conf <<'END'\nuser nginx;\nEND\n";
    private const string Folder = "\nsite_folder='/srv/site'\n";
    private const string Updater = "\ncat > /usr/local/sbin/update-site <<'END'\nupdate\nEND\n";
    private const string Unit =
        "\ncat > /etc/systemd/system/application.service <<'END'\nWorkingDirectory=/srv/application\nEnvironment=\"PORT=8080\"\n"
        + "ExecStart=\"./run\"\nEND\n";

    private static readonly ResourceNode Site = Upload("site", "site.tar");
    private static readonly ResourceNode Application = Upload("application", "application.tar");

    [Test]
    public void Server_OfASite_HasIt()
    {
        var server = Read(Nginx + Folder + Updater, Site);

        Assert.Multiple(() =>
        {
            Assert.That((server.NginxConfiguration, server.SiteFolder), Is.EqualTo(("user nginx;\n", "/srv/site")));
            Assert.That((server.SiteSource, server.SiteUpdater), Is.EqualTo((Path.GetFullPath("/project/site"), "update\n")));
            Assert.That((server.Port, server.HealthCheckPath), Is.EqualTo((8443, "/up")));
            Assert.That(server.Application, Is.Null);
        });
    }

    [Test]
    public void Server_OfAnApplication_MayHaveNoSite()
    {
        var server = Read(Nginx + Updater + Unit, Application);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { server.SiteFolder, server.SiteSource, server.SiteUpdater }, Is.All.Null);
            Assert.That(server.Application?.Source, Is.EqualTo(Path.GetFullPath("/project/application")));
            Assert.That(server.Application?.Port, Is.EqualTo(8080));
        });
    }

    [Test]
    public void Server_OfBoth_HasBoth()
    {
        var server = Read(Nginx + Folder + Unit, Site, Application);

        Assert.That((server.SiteFolder, server.Application?.Folder), Is.EqualTo(("/srv/site", "/srv/application")));
        Assert.That(server.SiteUpdater, Is.Null);
    }

    [PlainCase(null, "the user data of template must write nginx.conf to be rehearsed")]
    [PlainCase(Folder, "the user data of template must write nginx.conf to be rehearsed")]
    [PlainCase(Nginx, "the user data of template must set site_folder to be rehearsed")]
    [PlainCase(Nginx + Folder, "stack s has no uploaded site, and a rehearsal needs one: declare it")]
    [PlainCase(Nginx + Unit, "stack s has no uploaded application, and a rehearsal needs one: declare it")]
    public void Script_ThatLacksSomething_IsOneMessage(string? script, string message) =>
        Assert.That(() => Read(script), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));

    [Test]
    public void Upload_OfNoFolder_IsOneMessage() => Assert.That(
        () => Read(Nginx + Folder, SmallStack.Node(TypeToken.BucketObject, "site", "'key': 'site.tar'")),
        Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo("site must upload a folder to be rehearsed"));

    private static ResourceNode Upload(string name, string key)
    {
        var upload = SmallStack.Node(TypeToken.BucketObject, name, $"'key': '{key}'");
        return upload with { Inputs = upload.Inputs.SetItem("source", new LocalArchive($"../../artifacts/{name}.tar", IsFile: true)) };
    }

    private static DeclaredServer Read(string? script, params ResourceNode[] uploads)
    {
        var template = SmallStack.Node(TypeToken.LaunchTemplate, "template", "'instanceType': 't4g.micro'");
        if (script is not null)
        {
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{script}{new string('#', 200)}"));
            template = template with { Inputs = template.Inputs.SetItem("userData", encoded) };
        }

        var graph = SmallStack.Of(uploads);
        var targets = DeclaredTargetGroup.Of(
            SmallStack.Node(TypeToken.TargetGroup, "targets", "'port': 8443, 'healthCheck': {'path': '/up'}"));
        return ServerReader.Read(
            DeclaredLaunchTemplate.Of(graph, template), targets, new("stack s", "a rehearsal"), new(graph), "/project");
    }
}
