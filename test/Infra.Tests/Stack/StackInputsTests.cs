using System.Formats.Tar;
using Infra.Settings.Reading;
using Infra.Tests.Settings;
using Infra.Tests.Site;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Stack;

public sealed class StackInputsTests
{
    [Test]
    public void Read_ValidSettingsAndSite_HasBoth()
    {
        var inputs = StackInputs.Read(Given.Config(), Given.Region, Reference.Root);

        Assert.That(inputs.Settings.Region, Is.EqualTo(Given.Region));
        Assert.That(inputs.Site, Is.Not.Null);
    }

    [Test]
    public void Read_BadSettingsAndAGoodSite_IsRefused() => Assert.That(Problems(("maxServers", "4")), Is.EqualTo(["infra:maxServers"]));

    [Test]
    public void Read_GoodSettingsAndABadSite_IsRefused() =>
        Assert.That(Problems(("siteDirectory", "nowhere")), Is.EqualTo(["infra:siteDirectory"]));

    [Test]
    public void Read_BadSettingsAndABadSite_NamesBoth() =>
        Assert.That(Problems(("siteDirectory", "nowhere"), ("maxServers", "4")), Is.EqualTo(["infra:maxServers", "infra:siteDirectory"]));

    [TestCase("none", "so where its output is, is said", true)]
    [TestCase("endpoints", "it is sent", false)]
    [TestCase("nat", "it is sent", false)]
    public void Note_OnAnApplicationsOutput_IsWhereNobodySeesIt(string egress, string why, bool isSaid)
    {
        var inputs = StackInputs.Read(
            Given.Config(("egress", egress), ("applicationDirectory", "application"), ("applicationCommand", "./run")),
            Given.Region, Reference.Root);

        Assert.That(inputs.Note?.Contains("in each server's journal", StringComparison.Ordinal) ?? false, Is.EqualTo(isSaid), why);
    }

    [Test]
    public void Packed_OfASiteAndAnApplication_WritesTheArchivesThatAreUploaded()
    {
        using var project = new SiteProject();
        project.Write("site/index.html", "start");
        project.Write("site/.env", "SECRET=1");
        project.Write("application/run", "#!/bin/sh\n");
        var inputs = StackInputs.Read(
            Given.Config(("siteDirectory", "site"), ("applicationDirectory", "application"), ("applicationCommand", "./run")),
            Given.Region, project.Root);

        // Only where Pulumi runs the program is there an engine to hear a note; the archives are the same.
        inputs.Site!.Pack();
        inputs.Application!.Pack();

        Assert.That(inputs.LeftOut, Is.EqualTo("left out of the site, since the name begins with a dot: .env"));
        Assert.That(
            inputs.Archives.ToDictionary(archive => archive.Key, archive => NamesIn(Path.Combine(project.Root, "src", "Infra", archive.Value))),
            Is.EquivalentTo(new Dictionary<string, string> { ["site.tar"] = "index.html", ["application.tar"] = "run" }));
    }

    // Pulumi prints the message of a RunException alone.
    [Test]
    public void Packed_OfAFileThatChangedSinceItWasRead_IsOneMessage()
    {
        using var project = new SiteProject();
        project.Write("site/index.html", "start");
        var inputs = StackInputs.Read(Given.Config(), Given.Region, project.Root);
        project.Write("site/index.html", "start, and more");
        var message = $"{project.At("site/index.html")} changed while it was packed: try again when nothing writes to it";

        Assert.That(inputs.Packed, Throws.TypeOf<RunException>().With.Message.EqualTo(message));
        Assert.That(inputs.SiteArchiveHash, Throws.TypeOf<RunException>().With.Message.EqualTo(message));
        Assert.That(Directory.GetFiles(project.At("artifacts")), Is.Empty);
    }

    [TestCase("/index.html", "where they get site/index.html")]
    [TestCase("/style.css", "where they get site/style.css")]
    [TestCase("/404.html", "where they get site/404.html")]
    [Requirement("R5")]
    public void Read_AHealthCheckPathThatHidesAPage_IsRefused(string path, string found) =>
        Assert.That(Refusal(("healthCheckPath", path)).Problems.Single().ToString(), Is.EqualTo(
            $"infra:healthCheckPath must be a path where visitors get nothing of the site, got {path}, {found}: "
            + "write one that the site does not have, such as /health"));

    [Test]
    [Requirement("R5")]
    public void Read_ASiteThatHasTheDefaultHealthCheckPath_IsRefusedWithAnotherPath()
    {
        using var project = new SiteProject();
        project.Write("site/index.html", "start");
        project.Write("site/health/index.html", "our health");
        project.Write("site/health-check", "taken too");

        Assert.That(Refusal(project.Root).Problems.Single().ToString(), Is.EqualTo(
            "infra:healthCheckPath must be a path where visitors get nothing of the site, got /health, where they get "
            + "site/health/index.html: write one that the site does not have, such as /load-balancer-health-check"));
        project.Write("site/load-balancer-health-check", "and this");
        Assert.That(Refusal(project.Root).Problems.Single().Mend, Is.EqualTo("write one that the site does not have"));
    }

    [Test]
    [Requirement("R5")]
    public void Read_TheHealthCheckPathOfThePageThatASiteDoesNotHave_IsRefused()
    {
        using var project = new SiteProject();
        project.Write("site/index.html", "start");

        Assert.That(
            Refusal(project.Root, ("healthCheckPath", "/404.html")).Problems.Single().Got,
            Is.EqualTo("/404.html, which stands for all that is not there"));
    }

    // A path of no form is said once, and a site that can't be read hides nothing yet.
    [TestCase("healthCheckPath", "/", "infra:healthCheckPath")]
    [TestCase("siteDirectory", "nowhere", "infra:siteDirectory")]
    public void Read_AnotherProblem_IsSaidAlone(string key, string value, string expected) =>
        Assert.That(Problems((key, value)), Is.EqualTo([expected]));

    [Test]
    public void FromPulumi_WithoutARegion_AsksForIt()
    {
        var config = new Dictionary<string, string> { ["infra:zones"] = """["eu-west-1a","eu-west-1b"]""" };

        var options = new TestOptions { ProjectName = "infra", StackName = "test", RootDirectory = Reference.Root };

        Assert.That(
            () => Stacks.RunProgram(config, options), Throws.TypeOf<ProgramFailed>().With.Message.Contains("aws:region is required"));
    }

    private static IEnumerable<string> Problems(params (string Key, string Value)[] changes) =>
        Refusal(changes).Problems.Select(problem => problem.Key);

    private static InvalidSettingsException Refusal(params (string Key, string Value)[] changes) => Refusal(Reference.Root, changes);

    private static InvalidSettingsException Refusal(string root, params (string Key, string Value)[] changes) =>
        Assert.Throws<InvalidSettingsException>(() => StackInputs.Read(Given.Config(changes), Given.Region, root))!;

    private static string NamesIn(string archive)
    {
        using var file = File.OpenRead(Path.GetFullPath(archive));
        using var reader = new TarReader(file);
        List<string> names = [];
        while (reader.GetNextEntry() is { } entry)
            names.Add(entry.Name);
        return string.Join(' ', names);
    }
}
