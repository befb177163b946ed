using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Plan.Reading;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Drift;

public sealed class DriftCommandTests
{
    private static readonly Dictionary<string, Func<DriftFiles, DriftFiles>> Updates = new()
    {
        ["a newer image"] = files => files.NewImage(),
        ["a newer image and the group"] = files => files.NewImage().NewVersion(),
        ["a newer provider"] = files => files.NewProvider(),
        ["both"] = files => files.NewProvider().NewImage().NewVersion(),
    };

    private static readonly Dictionary<string, (Func<DriftFiles, DriftFiles> Done, string Said)> Drifts = new()
    {
        ["a listener"] = (files => files.Found("web-http", "port", 8080), "differs  Listener web-http: port"),
        ["the number of servers"] = (files => files.Found("fleet-group", "maxSize", 4), "differs  Group fleet-group: maxSize"),
        ["a deleted alarm"] = (
            files => files.Gone("watch-no-healthy-server"), "differs  MetricAlarm watch-no-healthy-server: is not there"),
        ["an image exchanged by hand"] = (
            files => files.Found("fleet-launch-template", "imageId", "ami-0aaaaaaaaaaaaaaaa"),
            "differs  LaunchTemplate fleet-launch-template: imageId"),
        ["a template's version made by hand"] = (
            files => files.Found("fleet-launch-template", "latestVersion", 2).NewImage(),
            "differs  LaunchTemplate fleet-launch-template: imageId"),
        ["more of the template than its image"] = (
            files => files.NewImage().Update("fleet-launch-template", "instanceType", "t4g.micro"),
            "differs  LaunchTemplate fleet-launch-template: imageId, instanceType"),
        ["another version of the group than waits"] = (
            files => files.NewVersion(), "differs  Group fleet-group: follows from another resource"),
        ["what the program says nothing of"] = (
            files => files.Reason("web-alb", "minimumLoadBalancerCapacity"), "differs  LoadBalancer web-alb: minimumLoadBalancerCapacity"),
        ["a provider for another region"] = (files => files.NewProvider("us-east-1"), "differs  aws default_7_99_0: is not there"),
    };

    [Test]
    public async Task Drift_OfWhatNobodyTouched_IsNone()
    {
        var (exitCode, output, errors) = await RunAsync(files => files);

        Assert.That((exitCode, output, errors), Is.EqualTo((ExitCode.Done, "prod is as the program makes it.\n", "")));
    }

    [TestCaseSource(nameof(UpdateNames))]
    public async Task Update_ThatWaits_IsNoDrift(string update)
    {
        var (exitCode, output, errors) = await RunAsync(Updates[update]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(ExitCode.Done), output + errors);
            Assert.That(output, Does.Contain("waits    ").And.Not.Contain("differs  "));
            Assert.That(output, Does.Contain("prod has not drifted. An update waits"));
        }
    }

    [TestCaseSource(nameof(DriftNames))]
    public async Task Drift_OfAnythingElse_Fails(string drift)
    {
        var (exitCode, output, errors) = await RunAsync(Drifts[drift].Done);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(ExitCode.CheckFailed), output + errors);
            Assert.That(output, Does.Contain(Drifts[drift].Said));
            Assert.That(output, Does.Contain("prod has drifted. Differences: "));
        }
    }

    [Test]
    public async Task Drift_BesideAnUpdate_Fails()
    {
        var (exitCode, output, _) = await RunAsync(files => files.NewImage().NewVersion().Found("web-http", "port", 8080));

        var image = PlanVariants.Of("prod", "").Single().Named("fleet-launch-template").Text("imageId");
        Assert.That((exitCode, output), Is.EqualTo((ExitCode.CheckFailed,
            $"""
            differs  Listener web-http: port
            waits    LaunchTemplate fleet-launch-template: imageId is {image}, and ami-0fedcba9876543210 is out
            waits    Group fleet-group: follows from another resource
            prod has drifted. Differences: 1; of an update that waits: 2. A deployment undoes them; to keep one, put it into the program.

            """)));
    }

    // Where the settings say which image it is, AWS's newest is no matter.
    [Test]
    public async Task Image_ThatTheSettingsName_IsNoUpdate()
    {
        var (exitCode, _, _) = await RunAsync(files =>
        {
            files.Config["infra:imageId"] = "ami-0fedcba9876543210";
            return files.NewImage();
        });

        Assert.That(exitCode, Is.EqualTo(ExitCode.CheckFailed));
    }

    [Test]
    public async Task Image_WithoutAState_IsNoUpdate()
    {
        var (exitCode, _, _) = await RunAsync(files => files.NewImage(), hasState: false);

        Assert.That(exitCode, Is.EqualTo(ExitCode.CheckFailed));
    }

    [Test]
    public async Task Check_OfWhatRuns_FindsWhatThePreviewFound()
    {
        using var project = new TemporaryProject();
        var files = new DriftFiles(PlanVariants.Of("prod", "").Single());
        await File.WriteAllTextAsync(Path.Combine(project.Root, "preview.json"), files.Preview);
        await File.WriteAllTextAsync(Path.Combine(project.Root, "drifted.json"), files.Found("fleet-group", "maxSize", 4).Preview);

        var untouched = await Invocation.Of(project.Root, "check", "--from", "preview.json", "--live", "--strict");
        var live = await Invocation.Of(project.Root, "check", "--from", "drifted.json", "--live");
        var planned = await Invocation.Of(project.Root, "check", "--from", "drifted.json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(untouched.ExitCode, Is.EqualTo(ExitCode.Done), untouched.Out + untouched.Error);
            Assert.That(live.ExitCode, Is.EqualTo(ExitCode.CheckFailed), live.Error);
            Assert.That(live.Out, Does.Contain("FAIL    ceiling-maximum"));
            Assert.That(live.Error, Does.Contain("drifted.json is a preview of Pulumi's, taken for what it found: stack prod of infra")
                .And.Contain("otherwise than the program made it: 1 (fleet-group maxSize)"));
            Assert.That(planned.ExitCode, Is.EqualTo(ExitCode.Done), planned.Out + planned.Error);
        }
    }

    [TestCase("Option '--from' is required", "drift")]
    [TestCase("preview.json must hold the state of prod", "drift", "--from", "preview.json", "--state", "preview.json")]
    [TestCase("first.json must hold what runs, but only says what would be made", "drift", "--from", "first.json")]
    [TestCase("first.json must hold what runs, but only says what would be made", "check", "--from", "first.json", "--live")]
    [TestCase("--live is about what a preview found", "check", "prod", "--live")]
    public async Task Drift_OfAMistake_SaysItAndEndsWithTwo(string message, params string[] args)
    {
        using var project = new TemporaryProject();
        var recorded = PlanVariants.Of("prod", "").Single();
        await File.WriteAllTextAsync(Path.Combine(project.Root, "preview.json"), new DriftFiles(recorded).Preview);
        await File.WriteAllTextAsync(Path.Combine(project.Root, "first.json"), new EngineFiles(recorded).FirstPreview());

        var (exitCode, _, errors) = await Invocation.Of(project.Root, args);

        Assert.That(exitCode, Is.EqualTo(ExitCode.InvalidUsage), errors);
        Assert.That(errors, Does.Contain(message));
    }

    [Test]
    public async Task Help_OfDrift_IsAsAccepted()
    {
        var (_, output, _) = await Invocation.Of(Reference.Root, "drift", "--help");

        Golden.Verify("drift-help", output);
    }

    private static IEnumerable<string> UpdateNames => Updates.Keys;

    private static IEnumerable<string> DriftNames => Drifts.Keys;

    private static async Task<Invocation> RunAsync(Func<DriftFiles, DriftFiles> done, bool hasState = true)
    {
        using var project = new TemporaryProject();
        var files = done(new(PlanVariants.Of("prod", "").Single()));
        await File.WriteAllTextAsync(Path.Combine(project.Root, "preview.json"), files.Preview);
        await File.WriteAllTextAsync(Path.Combine(project.Root, "state.json"), files.State);
        string[] state = hasState ? ["--state", "state.json"] : [];
        return await Invocation.Of(project.Root, ["drift", "--from", "preview.json", .. state]);
    }
}
