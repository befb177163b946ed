using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>
/// The application does not start. On AWS that is a server which never gets healthy, and so is one that a rehearsal adds.
/// </summary>
internal sealed class ApplicationFailedException(string message) : InvalidUsageException(message);
