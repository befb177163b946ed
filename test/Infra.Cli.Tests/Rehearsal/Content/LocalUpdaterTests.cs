using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Shell;
using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Content;

public sealed class LocalUpdaterTests
{
    private static string Program { get; } =
        SiteUpdater.Render(new("'eu-west-1'", "'web-site'", "'site.tar'", "'/healthz'") { NeedsStartPage = true });

    [PlainCase("http://127.0.0.1:8080", "\"http://127.0.0.1:8080$path\"")]
    [PlainCase("https://127.0.0.1:8443", "--insecure \"https://127.0.0.1:8443$path\"")]
    public void Program_IsMoved_ToAFolderAndAPort(string address, string asked)
    {
        var moved = LocalUpdater.Of(Program, new(address));

        Assert.Multiple(() =>
        {
            Assert.That(moved, Does.Contain("releases=\"$PWD/usr/share/nginx/releases\"\n"));
            Assert.That(moved, Does.Contain("folder=\"$PWD/usr/share/nginx/site\"\n"));
            Assert.That(moved, Does.Contain("> \"$PWD/etc/site-release\"\n"));
            Assert.That(moved, Does.Contain($"--output /dev/null {asked}"));
            Assert.That(moved.Split('\n'), Has.Length.EqualTo(Program.Split('\n').Length));
        });
    }

    // Run on the machine of whoever rehearses, it would leave the folder.
    [TestCase("rm -rf /usr/share/nginx")]
    [PlainCase("echo >/etc/passwd")]
    [TestCase("folder='/var/www'")]
    [TestCase("curl http://localhost/")]
    public void Program_ThatNamesAnotherPlace_IsRefused(string line)
    {
        var fault = Assert.Throws<InvalidUsageException>(() => LocalUpdater.Of(Program + line, new("http://127.0.0.1:8080")));

        Assert.That(fault!.Message, Is.EqualTo(
            $"/usr/local/sbin/update-site must name only places that a rehearsal can move to this machine, got: {line}"));
    }
}
