using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

internal sealed class LocalConfigurationTests
{
    [Test]
    public async Task Of_Dev_IsThisFile() => Golden.Verify("nginx.dev", LocalConfiguration.Of(await Declared("dev"), 80, 20080));

    [Test]
    public async Task Of_Prod_IsThisFile() => Golden.Verify("nginx.prod", LocalConfiguration.Of(await Declared("prod"), 443, 20443));

    [TestCase("dev", 80)]
    [TestCase("prod", 443)]
    public async Task Of_ACommittedStack_ChangesOnlyLinesThatNameAUserAPortOrAPlace(string stack, int port)
    {
        var declared = (await Declared(stack)).Split('\n');
        var local = LocalConfiguration.Of(await Declared(stack), port, 20080).Split('\n');

        Assert.That(declared.Except(local).Select(line => line.Trim().Split(' ')[0]).Distinct(), Is.SubsetOf(new[]
        {
            "user", "pid", "error_log", "access_log", "listen", "root", "ssl_certificate", "ssl_certificate_key",
        }));
        Assert.That(declared.Except(local).Count(), Is.EqualTo(9));
        Assert.That(
            local.Except(declared).Where(line => line.Contains(" /", StringComparison.Ordinal)),
            Is.Empty,
            "a place outside the folder");
    }

    [TestCase("listen [::]:80;")]
    [TestCase("listen *:80;")]
    [PlainCase("listen 80;\nalias /srv/site;")]
    [PlainCase("listen 80;\nssl_dhparam \"/etc/dh.pem\";")]
    [PlainCase("listen 80;\nload_module /usr/lib/module.so;")]
    public void Of_DirectiveThatNobodyCanMove_IsAnErrorThatQuotesIt(string text) =>
        Assert.That(() => LocalConfiguration.Of(text, 80, 20080), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            $"nginx.conf must have only directives that a rehearsal can move to this machine, got: {text.Split('\n')[^1]}"));

    [PlainCase("http {")]
    [PlainCase("listen 80;\nlisten 80;")]
    [TestCase("listen 8080;")]
    [PlainCase("server { listen 80; }")]
    public void Of_NoListenDirectiveForThePortOrSeveral_IsAnError(string text) =>
        Assert.That(() => LocalConfiguration.Of(text, 80, 20080), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            "nginx.conf must have one listen directive for port 80, on a line of its own, to be rehearsed"));

    [PlainCase("location = \"/health\" {")]
    [TestCase("error_page 404 /404.html;")]
    [TestCase("try_files $uri /index.html;")]
    [TestCase("access_log off;")]
    [TestCase("# See /etc/nginx.")]
    [TestCase("worker_processes auto;")]
    public void Of_LineWithoutAPlaceOnTheMachine_Stays(string line) =>
        Assert.That(LocalConfiguration.Of($"listen 80;\n    {line}\n", 80, 20080), Is.EqualTo($"listen 127.0.0.1:20080;\n    {line}\n"));

    private static async Task<string> Declared(string stack) => (await Declarations.Of(stack)).Server.NginxConfiguration;
}
