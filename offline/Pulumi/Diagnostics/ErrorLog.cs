using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>Collects what goes wrong in a deployment and turns it into the exception that a test sees.</summary>
internal sealed class ErrorLog
{
    /// <summary>The exit code by which the engine recognizes a failure that has been reported.</summary>
    private const int FailureExitCode = 32;

    private readonly ConcurrentQueue<string> _errors = [];

    public void Add(string message) => _errors.Enqueue(message);

    public void Add(Exception exception) => Add(Describe(exception));

    public void ThrowIfAny()
    {
        if (!_errors.IsEmpty)
        {
            throw Fail();
        }
    }

    /// <summary>Marks the process as failed, and gives all errors as one exception.</summary>
    public Exception Fail()
    {
        Environment.ExitCode = FailureExitCode;
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
