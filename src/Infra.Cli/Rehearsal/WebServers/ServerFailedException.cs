using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>
/// A server does not start, since its application or its site does not. On AWS that is a server which never gets healthy, and so is one
/// that a rehearsal adds.
/// </summary>
internal sealed class ServerFailedException(string message) : InvalidUsageException(message);
