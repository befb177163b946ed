namespace Infra.Cli.Live.Aws;

/// <summary>AWS could not be asked; the message says why, and what to do about it.</summary>
internal sealed class AwsException(AwsFault fault, string message) : Exception(message)
{
    public AwsFault Fault => fault;
}
