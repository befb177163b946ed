using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>Collects what goes wrong in a deployment and turns it into the exception that a test sees.</summary>
internal sealed class ErrorLog
{
    /// <summary>The exit code by which the engine recognizes an exception that has been reported.</summary>
    private const int FailureExitCode = 32;

    private readonly ConcurrentQueue<string> _errors = [];

    /// <summary>Adds what the program logged; by itself it fails the run, but leaves the exit code to the program.</summary>
    public void Add(string message) => _errors.Enqueue(message);

    /// <summary>Adds what nobody handled, and marks the process as failed.</summary>
    public void Add(Exception exception)
    {
        Environment.ExitCode = FailureExitCode;
        Add(Describe(exception));
    }

    public void ThrowIfAny()
    {
        if (!_errors.IsEmpty)
            throw Fail();
    }

    /// <summary>All errors as one exception.</summary>
    public Exception Fail()
    {
        var failures = _errors.Select(error => new RunException(error)).ToArray();
        return failures is [var only] ? only : new AggregateException(failures);
    }

    private static string Describe(Exception exception) => exception switch
    {
        RunException or ResourceException { HideStack: true } => exception.Message,
        ResourceException => exception.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
    };
}
