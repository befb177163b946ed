using Infra.Applications;
using Infra.Tests.Support;

namespace Infra.Tests.Settings;

public sealed class ApplicationSettingsTests
{
    private const string Parameter = "arn:aws:ssm:eu-west-1:111122223333:parameter/web/db";

    private static (string, string)[] Application(params (string, string)[] changes) =>
        [("applicationDirectory", "web"), ("applicationCommand", "./run"), .. changes];

    [Test]
    public void NotSet_IsNoApplicationAndTheUsualSite()
    {
        Assert.That(Given.Settings().Application, Is.Null);
        Assert.That(Given.Settings().Site.Directory, Is.EqualTo("site"));
    }

    [Test]
    public void Set_HasTheseDefaultsAndNoSite()
    {
        var settings = Given.Settings(Application());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Site.Directory, Is.Null);
            Assert.That(settings.Application!.Port, Is.EqualTo(8080));
            Assert.That(settings.Application.MaxRequestBodyMiB, Is.EqualTo(1));
            Assert.That(settings.Application.Packages, Is.Empty);
            Assert.That(settings.Application.Environment, Is.Empty);
            Assert.That(settings.Application.Secrets, Is.Empty);
        }
    }

    [Test]
    public void Accepts_ASiteBesideIt() =>
        Assert.That(Given.Settings(Application(("siteDirectory", "site"))).Site.Directory, Is.EqualTo("site"));

    [TestCase("dist", "dist")]
    [TestCase("dist", "dist/server")]
    [TestCase("web/public", "web/public/a/b")]
    public void Rejects_AnApplicationThatWouldBePublished(string site, string application) => Assert.That(
        Given.Problem(("siteDirectory", site), ("applicationDirectory", application), ("applicationCommand", "./run")).ToString(),
        Is.EqualTo(
            $"infra:applicationDirectory must be another folder than infra:siteDirectory ({site}) and not inside it, since all in it is "
            + $"public, got {application}: build it elsewhere, or remove infra:siteDirectory, or name the folder of the public files "
            + "there"));

    [TestCase("web/wwwroot", "web")]
    [TestCase("dist", "dist-server")]
    [TestCase("dist/a", "dist/ab")]
    public void Accepts_ASiteBesideOrInsideIt(string site, string application) => Assert.That(
        Given.Settings(("siteDirectory", site), ("applicationDirectory", application), ("applicationCommand", "./run")).Site.Directory,
        Is.EqualTo(site));

    [Test]
    public void Rejects_ADirectoryWithoutACommand() =>
        Assert.That(Given.Problem(("applicationDirectory", "web")).ToString(), Does.StartWith(
            "infra:applicationCommand is required with infra:applicationDirectory: write what starts the application"));

    [TestCase("applicationCommand", "./run")]
    [TestCase("applicationPackages", """["nodejs22"]""")]
    [TestCase("applicationEnvironment", """["A=1"]""")]
    [TestCase("applicationPort", "3000")]
    [TestCase("maxRequestBody", "20")]
    public void Rejects_WhatIsOfNoApplication(string key, string value) =>
        Assert.That(Given.Problem((key, value)).Rule, Is.EqualTo("must not be set without infra:applicationDirectory"));

    [TestCase("applicationPort", "8080")]
    [TestCase("maxRequestBody", "1")]
    public void Accepts_ADefaultThatIsWritten(string key, string value) =>
        Assert.That(Given.Settings((key, value)).Application, Is.Null);

    [Test]
    public void Rejects_NamesTwice() =>
        Assert.That(
            Given.Problem(Application(("applicationEnvironment", """["A=1","A=2"]"""))).Rule, Is.EqualTo("must hold each name once"));

    [Test]
    public void Rejects_ASecretThatTheEnvironmentHasToo() => Assert.That(
        Given.Problem(Application(("applicationEnvironment", """["DB=1"]"""), ("egress", "nat"), Secret(Parameter))).Key,
        Is.EqualTo("infra:applicationSecrets"));

    [TestCase("endpoints")]
    [TestCase("nat")]
    [TestCase("nat-per-zone")]
    public void Accepts_SecretsThatServersReach(string egress) =>
        Assert.That(Given.Settings(Application(("egress", egress), Secret(Parameter))).Application!.Secrets, Has.Count.EqualTo(1));

    [Test]
    [Requirement("R1")]
    public void Rejects_SecretsThatNoServerReaches() =>
        Assert.That(Given.Problem(Application(Secret(Parameter))).ToString(), Is.EqualTo(
            "infra:applicationSecrets must be empty while infra:egress is none, since no server reaches it, got DB: "
            + "set infra:egress to endpoints"));

    [TestCase("arn:aws:ssm:eu-central-1:111122223333:parameter/db")]
    [TestCase("arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:db-AbCdEf")]
    public void Rejects_ASecretOfAnotherRegion(string arn) => Assert.That(
        Given.Problem(Application(("egress", "nat"), Secret(arn))).Rule, Is.EqualTo("must be in the region of aws:region (eu-west-1)"));

    [Test]
    public void Rejects_MoreThanTheBootScriptCanHold()
    {
        var long50 = string.Join(',', Enumerable.Range(0, 50).Select(number => $"\"V{number}={new string('x', 500)}\""));

        Assert.That(Given.Problem(Application(("applicationEnvironment", $"[{long50}]"))).Rule, Does.Contain("at most 16384 bytes"));
    }

    [Test]
    public void Rejects_MoreArnsThanAPolicyCanHold()
    {
        var secrets = string.Join(
            ',', Enumerable.Range(0, 20).Select(number => $"\"V{number}={Parameter}/{new string('x', 80)}{number}\""));

        Assert.That(
            Given.Problem(Application(("egress", "nat"), ("applicationSecrets", $"[{secrets}]"))).Rule,
            Does.Contain("at most 2000 characters"));
    }

    [Test]
    public void Rejects_ASinglePageBesideIt() => Assert.That(
        Given.Problem(Application(("siteDirectory", "site"), ("singlePage", "true"))).Key, Is.EqualTo("infra:singlePage"));

    private static (string, string) Secret(string arn) => ("applicationSecrets", $"[\"DB={arn}\"]");
}
