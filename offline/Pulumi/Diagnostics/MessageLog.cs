using System.Reflection;
using System.Text.RegularExpressions;

namespace Pulumi;

/// <summary>Collects what goes wrong in a deployment and turns it into the exception that a test sees.</summary>
internal sealed partial class MessageLog
{
    /// <summary>The exit code by which the engine recognizes a failure that has been reported.</summary>
    private const int FailureExitCode = 32;

    private readonly List<string> _errors = [];

    public void Fail(string message)
    {
        ArgumentNullException.ThrowIfNull(message);

        lock (_errors)
        {
            _errors.Add(message);
        }
    }

    public void Fail(Exception exception)
    {
        if (exception is not LogException)
        {
            Fail(Describe(exception));
        }
    }

    public void ThrowIfFailed()
    {
        RunException[] failures;

        lock (_errors)
        {
            failures = [.. _errors.Select(error => new RunException(error))];
        }

        if (failures.Length == 0)
        {
            return;
        }

        Environment.ExitCode = FailureExitCode;
        throw failures is [var only] ? only : new AggregateException(failures);
    }

    private static string Describe(Exception exception) => exception switch
    {
        RunException => exception.Message,
        ResourceException { HideStack: true } => exception.Message,
        ResourceException => Readable(exception),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n"
            + Readable(exception),
    };

    // Stack traces name constructors by their metadata name, which is not how anybody writes them.
    private static string Readable(Exception exception) =>
        ConstructorFrame().Replace(exception.ToString(), "   at new $1(");

    [GeneratedRegex(@"   at (\S+)\.\.ctor\(")]
    private static partial Regex ConstructorFrame();
}
