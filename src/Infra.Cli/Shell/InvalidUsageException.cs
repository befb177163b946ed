namespace Infra.Cli.Shell;

/// <summary>The user's mistake: the message says what and how to mend it, and that is all the user gets to see.</summary>
internal class InvalidUsageException(string message) : Exception(message);
