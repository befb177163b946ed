namespace Infra.Cli.Live.Aws;

/// <summary>AWS could not be asked; the message says why, and what to do about it.</summary>
internal sealed class AwsException(AwsFault fault, string message) : Exception(message)
{
    public AwsFault Fault => fault;

    /// <summary>Whether the same question may be answered when it is asked again.</summary>
    public bool MayPass => fault is AwsFault.Throttled or AwsFault.Unreachable;
}
