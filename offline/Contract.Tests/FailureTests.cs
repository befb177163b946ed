using NUnit.Framework.Constraints;

namespace Contract.Tests;

/// <summary>What TestAsync throws when a program, a mock or an Apply fails.</summary>
internal sealed class FailureTests
{
    private readonly int _exitCode = Environment.ExitCode;

    // A failed run sets the exit code of the whole process, here the test host's.
    [TearDown]
    public void RestoreExitCode() => Environment.ExitCode = _exitCode;

    private static readonly TestCaseData<Action, Constraint>[] Failures =
    [
        new(() => throw new InvalidOperationException("boom"), Does.StartWith("Running program '")),
        new(() => throw new InvalidOperationException("boom"), Does.Contain("' failed with an unhandled exception:\nSystem.Inv")),
        new(() => throw new ArgumentException("boom", new FormatException("why")), Does.Contain(" ---> System.FormatException: why")),
        new(() => new Probe("web").Id.Apply(int.Parse), Does.Contain("unhandled exception:\nSystem.FormatException")),
        new(() => throw new RunException("wrong"), Is.EqualTo("wrong")),
        new(() => throw new ResourceException("bad", null), Does.StartWith("Pulumi.ResourceException: bad")),
        new(() => throw new ResourceException("bad", null, hideStack: true), Is.EqualTo("bad")),
        new(() => Log.Error("x"), Is.EqualTo("x")),
    ];

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_OfTheProgram_IsOneRunException(Action program, Constraint message)
    {
        await Run.Fails(program, message);
        Assert.That(Environment.ExitCode, Is.EqualTo(32));
    }

    [Test]
    public Task StackConstructor_Throwing_IsNotWrappedByReflection() => Run.Fails(
        () => Deployment.TestAsync<ThrowingStack>(new RecordingMocks()),
        Does.Contain("unhandled exception:\nSystem.InvalidOperationException: boom").And.Not.Contain("TargetInvocationException"));

    [Test]
    public Task Mocks_ThrowingDistinctExceptions_FailAsAggregateOfRunExceptions()
    {
        var failing = new RecordingMocks { OnResource = args => throw new FormatException(args.Name) };
        return Assert.ThatAsync(
            () => Run.Update(failing, () => (new Probe("a"), new Probe("b"))),
            Throws.TypeOf<AggregateException>().With.Property("InnerExceptions").Exactly(2).TypeOf<RunException>());
    }

    private sealed class ThrowingStack : Stack
    {
        public ThrowingStack() => throw new InvalidOperationException("boom");
    }
}
