namespace Contract.Tests;

/// <summary>Test options, and where Deployment.Instance may be used.</summary>
internal sealed class TestOptionsTests
{
    private const string OutsideOfRun = "Trying to acquire Deployment.Instance before 'Run' was called.";

    private static readonly RecordingMocks Mocks = new();

    [Test]
    public Task Options_Unset_HaveTheDocumentedDefaults() =>
        Deployment.TestAsync(Mocks, new TestOptions(), () =>
        {
            Assert.That(Deployment.Instance, Has.Property("ProjectName").EqualTo("project").And.Property("StackName").EqualTo("stack")
                .And.Property("OrganizationName").EqualTo("organization").And.Property("IsDryRun").True);
            Assert.That(() => Deployment.Instance.RootDirectory, Throws.InvalidOperationException
                .With.Message.EqualTo("The Pulumi CLI version does not support root directory. Please update the Pulumi CLI."));
        });

    [Test]
    public Task Options_WhenSet_ReachTheInstance() =>
        Deployment.TestAsync(Mocks, new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", IsPreview = false }, () =>
            Assert.That(Deployment.Instance, Has.Property("ProjectName").EqualTo("p").And.Property("StackName").EqualTo("s")
                .And.Property("OrganizationName").EqualTo("o").And.Property("IsDryRun").False));

    private static readonly TestCaseData<Action>[] UsesOfTheInstance =
    [
        new(() => _ = Deployment.Instance.StackName) { TestName = "Instance_OutsideOfRun_Throws" },
        new(() => _ = new Config()) { TestName = "ProjectConfig_OutsideOfRun_Throws" },
        new(() => new Config("ns").Get("key")) { TestName = "ConfigGet_OutsideOfRun_Throws" },
        new(() => _ = new Probe("web")) { TestName = "Resource_OutsideOfRun_Throws" },
        new(() => Log.Info("x")) { TestName = "Log_OutsideOfRun_Throws" },
    ];

    [TestCaseSource(nameof(UsesOfTheInstance))]
    public async Task Instance_BeforeAndAfterRun_IsNotVisible(Action use)
    {
        Assert.That(use, Throws.Exception.With.Message.EqualTo(OutsideOfRun));
        await Run.Update(Mocks, () => { });
        Assert.That(use, Throws.Exception.With.Message.EqualTo(OutsideOfRun));
    }

    [Test]
    public Task Run_InsideARun_Fails() =>
        Run.Fails(
            () => Deployment.TestAsync(Mocks, new TestOptions(), async () => { await Run.Update(Mocks, () => { }); }),
            Does.Contain("Deployment.Instance should only be set once at the beginning of a 'Run' call."));
}
