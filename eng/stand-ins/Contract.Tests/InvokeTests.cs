namespace Contract.Tests;

/// <summary>Function calls, in the task form and in the output form.</summary>
internal sealed class InvokeTests
{
    private const string Token = "test:index/look:look";
    private const string Unlisted = "test:index/unlisted:unlisted";

    private readonly RecordingMocks _mocks = new() { Answers = { [Token] = new Dictionary<string, object> { ["port"] = 443 } } };

    [Test]
    public async Task Call_WithArgs_ShowsTokenMappedArgsAndProvider()
    {
        await Run.Preview(_mocks, () => (Look(new() { Count = 7 }), Look(new(), new() { Provider = new ProbeProvider("eu") })));

        Assert.That(_mocks.Calls, Has.Count.EqualTo(2).And.All.Property("Token").EqualTo(Token));
        Assert.That(_mocks.Calls.Single(call => call.Provider == "").Args, Is.EqualTo(new Dictionary<string, object> { ["count"] = 7d }));
        Assert.That(_mocks.Calls.Single(call => call.Provider!.EndsWith("::eu::eu_id", StringComparison.Ordinal)).Args, Is.Empty);
    }

    [Test]
    public async Task Result_WithMissingKey_IsKnownWithDefaultsInPreview()
    {
        var result = await Run.Preview(_mocks, () => Look(new()));
        Assert.That(await result.Value(), Has.Property("Port").EqualTo(443).And.Property("Note").Null);
    }

    [Test]
    public async Task OutputForm_WithUnknownArgument_IsUnknownAndNotCalled()
    {
        var result = await Run.Update(_mocks, () => Look(new() { Count = OutputUtilities.CreateUnknown(1) }));

        Assert.That(await result.IsKnown(), Is.False);
        Assert.That(_mocks.Calls, Is.Empty);
    }

    [Test]
    public async Task OutputForm_WithSecretArgument_IsNotSecretAndKeepsDependencies()
    {
        var (used, waitedFor) = (default(Probe), default(Probe));
        var result = await Run.Update(_mocks, () =>
        {
            (used, waitedFor) = (new Probe("used"), new Probe("waited-for"));
            var args = new LookArgs { Count = Output.CreateSecret(used.Id.Apply(id => id.Length)) };
            return Deployment.Instance.Invoke<ProbeDetail>(Token, args, new InvokeOutputOptions { DependsOn = waitedFor });
        });

        Assert.That(await result.IsSecret(), Is.False);
        Assert.That(await result.Dependencies(), Is.EquivalentTo([used, waitedFor]));
    }

    [Test]
    public Task TaskForm_WhenTheMockThrows_CanBeCaught() => Assert.ThatAsync(
        () => Deployment.TestAsync(_mocks, new TestOptions(), () => Assert.ThatAsync(
            () => Deployment.Instance.InvokeAsync<ProbeDetail>(Unlisted, InvokeArgs.Empty),
            Throws.InvalidOperationException.With.Message.EqualTo($"No answer is listed for the function '{Unlisted}'."))),
        Throws.Nothing);

    [Test]
    public Task OutputForm_WhenTheMockThrows_FailsTheRun() => Run.Fails(
        _mocks,
        () => Deployment.Instance.Invoke<ProbeDetail>(Unlisted, InvokeArgs.Empty),
        Does.Contain($"No answer is listed for the function '{Unlisted}'."));

    private static Output<ProbeDetail> Look(LookArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<ProbeDetail>(Token, args, options);

    private sealed class LookArgs : InvokeArgs
    {
        [Input("count")] public Input<int>? Count { get; set; }
    }
}
