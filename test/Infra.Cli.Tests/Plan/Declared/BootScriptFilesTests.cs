using System.Text;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>What is found in user data, and what only looks like it.</summary>
internal sealed class BootScriptFilesTests
{
    private const string Nginx = "/etc/nginx/nginx.conf";

    [PlainCase("\ncat > /etc/nginx/nginx.conf <<'END'\nuser nginx;\nevents {}\nEND\n", "user nginx;\nevents {}\n")]
    [PlainCase("#!/bin/bash\ncat > /etc/nginx/nginx.conf <<'A'\na\nB\nA\nb\nA\n", "a\nB\n")]
    [PlainCase("\ncat > /etc/nginx/nginx.conf <<'END'\n\nEND\n", "\n")]
    [PlainCase("\ncat > /etc/nginx/nginx.conf <<'END'\nEND\n", null)]
    [PlainCase("\ncat > /etc/nginx/nginx.conf <<'END'\na", null)]
    [PlainCase("\ncat > /etc/nginx/nginx.conf <<'END'\na\nEND", null)]
    [PlainCase("\ncat > /etc/nginx/nginx.conf <<END\na\nEND\n", null)]
    [PlainCase("\ncat > /etc/nginx/nginx.conf <<'END", null)]
    [PlainCase("\necho; cat > /etc/nginx/nginx.conf <<'END'\na\nEND\n", null)]
    [PlainCase("\ncat > /etc/nginx/other.conf <<'END'\na\nEND\n", null)]
    [TestCase("", null)]
    public void Nginx_IsWhatStandsBetweenTheMarks(string script, string? text) =>
        Assert.That(new BootScript(script).Nginx, Is.EqualTo(text));

    [Test]
    public void Files_AreFoundByTheirPaths()
    {
        var script = new BootScript(
            File(Nginx, "n") + File("/usr/local/sbin/update-site", "u") + File("/etc/systemd/system/application.service", "a"));

        Assert.That((script.Nginx, script.SiteUpdater, script.ApplicationUnit), Is.EqualTo(("n\n", "u\n", "a\n")));
        Assert.That(script.SecretNames, Is.Empty);
    }

    [Test]
    public void Secrets_AreThoseThatAServiceIsAskedFor() => Assert.That(
        new BootScript(File(
            "/usr/local/sbin/application-secrets",
            "keep DB secretsmanager arn:1\nkeep KEY ssm arn:2\nkeep NO other arn:3\n keep SPACE ssm arn:4\nkeep LONG ssmx arn:5"
            + "\nkeep A-B ssm arn:6\nxkeep X ssm arn:7\nkeep LAST ssm arn:8")).SecretNames,
        Is.EqualTo(["DB", "KEY", "LAST"]));

    [PlainCase("\nname='value'\n", "value")]
    [PlainCase("\nname=''\n", "")]
    [PlainCase("\nname='a b=c'\nname='d'\n", "a b=c")]
    [PlainCase("\nname='it'\"'\"'s'\n", null)]
    [PlainCase("\nname='value'; more\n", null)]
    [PlainCase("\n name='value'\n", null)]
    [PlainCase("\nmy_name='value'\n", null)]
    [PlainCase("\nname=value\n", null)]
    [TestCase("", null)]
    public void Variable_IsWhatStandsBetweenTheQuotes(string script, string? value) =>
        Assert.That(new BootScript(script).Variable("name"), Is.EqualTo(value));

    [Test]
    public void Script_OfALaunchTemplate_IsDecoded()
    {
        var text = "#!/bin/bash\n" + new string('#', 300);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        var template = SmallStack.Node(TypeToken.LaunchTemplate, "t", $"'userData': '{encoded}'");
        var plain = SmallStack.Node(TypeToken.LaunchTemplate, "t", "'userData': 'echo short'");

        Assert.That(BootScript.Of(template).Text, Is.EqualTo(text));
        Assert.That(BootScript.Of(plain).Text, Is.EqualTo("echo short"));
        Assert.That(BootScript.Of(SmallStack.Node(TypeToken.LaunchTemplate, "t")).Text, Is.Empty);
    }

    private static string File(string path, string text) => $"\ncat > {path} <<'END'\n{text}\nEND\n";
}
