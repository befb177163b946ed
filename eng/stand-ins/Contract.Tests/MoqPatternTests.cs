using Moq;

namespace Contract.Tests;

/// <summary>The ways of mocking with Moq that the project's tests use.</summary>
internal sealed class MoqPatternTests
{
    private readonly Mock<IMocks> _mocks = new();

    [Test]
    public async Task Setup_EchoingInputsUnderAName_GivesKnownIds()
    {
        _mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs a) => ($"{a.Name}_id", a.Inputs));
        var probe = await Run.Update(_mocks.Object, () => new Probe("web", new() { Text = "t" }));

        Assert.That(await probe.Id.Value(), Is.EqualTo("web_id"));
        _mocks.Verify(m => m.NewResourceAsync(It.Is<MockResourceArgs>(a => a.Id == "" && (string)a.Inputs["text"] == "t")), Times.Once);
        _mocks.Verify(m => m.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()), Times.Once, "the stack's own");
        Assert.That(_mocks.Invocations, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Setup_EchoingCallArgs_AnswersTheInvoke()
    {
        _mocks.Setup(m => m.CallAsync(It.IsAny<MockCallArgs>())).ReturnsAsync((MockCallArgs a) => a.Args.Add("port", 443));
        var result = await Run.Update(_mocks.Object, () => Deployment.Instance.Invoke<ProbeDetail>("test:index/a:a", InvokeArgs.Empty));

        Assert.That((await result.Value()).Port, Is.EqualTo(443));
    }

    [Test]
    public Task Loose_WithoutSetup_FailsTheRun() =>
        Run.Fails(_mocks.Object, () => _ = new Probe("web"), Does.Contain("NullReferenceException"));

    [Test]
    public Task Strict_WithoutRegisterResourceOutputs_FailsTheRun() =>
        Run.Fails(new Mock<IMocks>(MockBehavior.Strict).Object, () => { }, Does.Contain("Moq.MockException"));
}
