using System.Text.RegularExpressions;
using NUnit.Framework.Constraints;

namespace Contract.Tests;

/// <summary>What TestAsync throws when a program, a mock or an Apply fails.</summary>
internal sealed class FailureTests
{
    private const int ExitCodeBefore = 7;

    private readonly int _exitCode = Environment.ExitCode;

    // A failed run may set the exit code of the whole process, here the test host's.
    [SetUp]
    public void SetExitCode() => Environment.ExitCode = ExitCodeBefore;

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
    public async Task LoggedError_WithoutException_FailsTheRunButLeavesTheExitCode()
    {
        await Run.Fails(() => Log.Error("x"), Is.EqualTo("x"));
        Assert.That(Environment.ExitCode, Is.EqualTo(ExitCodeBefore));
    }

    // The run ends with the first failure; whether it has seen the second one by then is a race.
    [Test]
    public async Task Mocks_ThrowingDistinctExceptions_FailAsRunExceptionOrAnAggregateOfBoth()
    {
        var failing = new RecordingMocks { OnResource = args => throw new FormatException($"of {args.Name}.") };
        var failure = await Assert.CatchAsync(() => Run.Update(failing, () => (new Probe("a"), new Probe("b"))));
        IReadOnlyList<Exception> errors = failure is AggregateException several ? several.InnerExceptions : [failure];

        Assert.That(errors, Has.Count.EqualTo(failure is AggregateException ? 2 : 1));
        Assert.That(errors, Is.All.TypeOf<RunException>().And.All.Property("InnerException").Null);
        Assert.That(errors.Select(NameOfFailed), Is.Unique.And.All.AnyOf("a", "b"));
    }

    private static string NameOfFailed(Exception error) =>
        Regex.Match(error.Message, "unhandled exception:\nSystem.FormatException: of (\\w)\\.").Groups[1].Value;

    private sealed class ThrowingStack : Stack
    {
        public ThrowingStack() => throw new InvalidOperationException("boom");
    }
}
