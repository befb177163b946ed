using System.Text;
using System.Text.Json.Nodes;
using Infra.Servers;
using Infra.Tests.Applications;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

public sealed class UserDataTests
{
    private static UserDataInputs Inputs => new()
    {
        Region = "eu-west-1",
        BucketName = "web-site-1a2b3c4",
        ObjectKey = "site.tar",
        ObjectVersionId = "3HL4kqtJvjVBH40Nrjfkd",
        SiteHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        HealthCheckPath = "/health",
    };

    [Test]
    public void Render_Always_IsThisScript() => Golden.Verify("user-data", UserData.Render(Inputs));

    [Test]
    public void Render_Always_StopsAtTheFirstErrorAndStartsTheWebServerOnlyAfterEverythingElse()
    {
        var lines = UserData.Render(Inputs).Split('\n');

        Assert.That(lines[0], Is.EqualTo("#!/bin/bash"));
        Assert.That(lines.Where(line => !line.StartsWith('#')).ElementAt(0), Is.EqualTo("set -Eeuo pipefail"));
        Assert.That(
            lines.Select(line => line.Trim().Split(' ')[0])
                .Where(word => word is "patiently" or "tar" or "test" or "nginx" or "systemctl" or "healthy"),
            Is.EqualTo(new[] { "patiently", "patiently", "tar", "test", "nginx", "systemctl", "healthy", "healthy" }));
    }

    [Test]
    public void Render_Always_AsksNoRepositoryForWhatTheImageHas() =>
        Assert.That(
            UserData.Render(Inputs),
            Does.Contain("""
                packages=(awscli-2 nginx tar openssl)
                if ! rpm --query --quiet "${packages[@]}"; then
                  patiently dnf install --assumeyes --quiet "${packages[@]}"
                fi
                """));

    [Test]
    [Requirement("R4")]
    public void Render_Always_MakesKeyAndCertificateOnTheServer()
    {
        var script = UserData.Render(Inputs);

        Assert.Multiple(() =>
        {
            Assert.That(script, Does.Contain("umask 077\n  openssl req -x509 -newkey ec"));
            Assert.That(script, Does.Contain("-keyout /etc/nginx/tls/server.key -out /etc/nginx/tls/server.crt"));
            Assert.That(script, Does.Not.Contain("PRIVATE KEY"));
        });
    }

    [Test]
    public void Render_AnotherSite_IsAnotherScript()
    {
        var changed = UserData.Render(Inputs with { SiteHash = "another" });

        Assert.That(changed, Is.Not.EqualTo(UserData.Render(Inputs)));
        Assert.That(changed, Does.Contain("site_hash='another'\n"));
    }

    [Test]
    public void Render_WithoutAVersion_FollowsTheNewestSite()
    {
        var script = UserData.Render(Inputs with { ObjectVersionId = null, SiteHash = null });

        Golden.Verify("user-data-live", script);
        Assert.That(script, Does.Not.Contain("site_version=").And.Not.Contain("site_hash="));
        Assert.That(
            script.IndexOf("systemctl enable --now update-site.timer", StringComparison.Ordinal),
            Is.GreaterThan(script.LastIndexOf("curl --fail", StringComparison.Ordinal)));
    }

    [Test]
    public void Render_HostileValues_AreQuoted()
    {
        const string Hostile = "a'b\"c$(reboot)`reboot`\\\n; reboot #";
        const string Quoted = "'a'\\''b\"c$(reboot)`reboot`\\\n; reboot #'";
        var script = UserData.Render(Inputs with
        {
            Region = Hostile,
            BucketName = Hostile,
            ObjectKey = Hostile,
            ObjectVersionId = Hostile,
            SiteHash = Hostile,
        });

        foreach (var variable in new[] { "region", "site_bucket", "site_key", "site_version", "site_hash" })
            Assert.That(script, Does.Contain($"{variable}={Quoted}\n"));

        Assert.That(script.Split("reboot"), Has.Length.EqualTo((5 * 3) + 1), "a value stands outside its variable");
    }

    private static UserDataInputs WithApplication => Inputs with
    {
        Application = new("application.tar", "SpvBiBXrdmXCVQxLZ_PnM", "60303ae22b998861", ApplicationUnitTests.Run with
        {
            Secrets =
            [
                new("DB", "arn:aws:ssm:eu-west-1:111122223333:parameter/web/db"),
                new("KEY", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-AbCdEf"),
            ],
        }, "application-logs-group-1a2b3c4"),
    };

    [Test]
    public void Render_WithoutALogGroup_SendsNothing()
    {
        var script = UserData.Render(WithApplication with { Application = WithApplication.Application! with { LogGroup = null } });

        Assert.That(script, Does.Contain("application.service").And.Not.Contain("cloudwatch").And.Not.Contain("logrotate"));
    }

    // A file that the agent can't read would leave the output on the server, which nobody sees before it is gone.
    [Test]
    public void AgentsFile_IsJson_OfTheThreeFilesInTheLogGroup()
    {
        var script = UserData.Render(WithApplication);
        var file = script.Split("<<'APPLICATION_LOG_AGENT'\n")[1].Split("APPLICATION_LOG_AGENT\n")[0];

        var streams = JsonNode.Parse(file)!["logs"]!["logs_collected"]!["files"]!["collect_list"]!.AsArray();

        Assert.That(
            streams.Select(stream => $"{stream!["file_path"]} {stream["log_stream_name"]}"),
            Is.EqualTo([
                "/var/log/application.log {instance_id}/application", "/var/log/nginx/error.log {instance_id}/nginx",
                "/var/log/cloud-init-output.log {instance_id}/boot",
            ]));
        Assert.That(
            streams.Select(stream => stream!["log_group_name"]!.GetValue<string>()), Is.All.EqualTo("application-logs-group-1a2b3c4"));
    }

    [Test]
    public void Render_WithAnApplicationBesideTheSite_IsThisScript() =>
        Golden.Verify("user-data-application", UserData.Render(WithApplication));

    [Test]
    [Requirement("R5")]
    public void Render_WithAnApplicationAlone_FetchesNoSiteAndAsksTheApplicationForAll()
    {
        var script = UserData.Render(WithApplication with { ObjectKey = null });

        Assert.Multiple(() =>
        {
            Assert.That(script, Does.Not.Contain("$site_key").And.Not.Contain("return 200").And.Not.Contain(NginxConfiguration.SiteFolder));
            Assert.That(script, Does.Contain("patiently fetch \"$application_key\" \"$application_version\""));
            Assert.That(script, Does.Contain("location / {\n            try_files /dev/null"));
        });
    }

    [Test]
    public void Render_LongestInputs_FitsIntoEc2sLimit()
    {
        var script = UserData.Render(new()
        {
            Region = new('r', 32),
            BucketName = new('b', 63),
            ObjectKey = new('k', 1024),
            ObjectVersionId = new('v', 1024),
            SiteHash = new('h', 64),
            HealthCheckPath = $"/{new string('\\', 1023)}",
        });

        Assert.That(Encoding.UTF8.GetByteCount(script), Is.LessThanOrEqualTo(16384));
    }

    [Test]
    public void Render_AsMuchAsEc2Takes_IsAccepted() => Assert.That(Encoding.UTF8.GetByteCount(OfBytes(16384)), Is.EqualTo(16384));

    [Test]
    public void Render_MoreThanEc2Takes_IsRefused() =>
        Assert.That(
            () => OfBytes(16385),
            Throws.ArgumentException.With.Message.StartsWith("user data must be at most 16384 bytes, got 16385"));

    /// <summary>A script of so many bytes: what the others leave, the object's key has, which stands in the script once.</summary>
    private static string OfBytes(int bytes)
    {
        var without = UserData.Render(Inputs with { ObjectKey = "" });
        return UserData.Render(Inputs with { ObjectKey = new('k', bytes - Encoding.UTF8.GetByteCount(without)) });
    }
}
