using System.Runtime.CompilerServices;
using NUnit.Framework.Constraints;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>A limit to all that a test waits for, so that a fault fails the test and does not hang it.</summary>
internal static class TestLimit
{
    /// <summary>Far longer than what is waited for takes, on a busy machine too; less for a mutant, of which there are many.</summary>
    public static readonly TimeSpan Wait =
        TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE") is null ? 30 : 5);

    private const int PollInterval = 10;

    /// <summary>What it comes to in time.</summary>
    /// <exception cref="TimeoutException">It is not over in time; says what.</exception>
    public static async Task<T> InTimeAsync<T>(this Task<T> task, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        await InTimeAsync((Task)task, what);
        return await task;
    }

    /// <summary>Ends when it ends.</summary>
    /// <exception cref="TimeoutException">It is not over in time; says what.</exception>
    public static async Task InTimeAsync(this Task task, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        if (await Task.WhenAny(task, Task.Delay(Wait)) != task)
            throw new TimeoutException($"not over after {Wait.TotalSeconds} s: {what}");
        await task;
    }

    /// <summary>What does not hold yet, and has to in time.</summary>
    public static DelayedConstraint InTime(this Constraint constraint) => constraint.After((int)Wait.TotalMilliseconds, PollInterval);
}
