using System.Reflection;

namespace Sample.Web;

/// <summary>Counts the requests of this process: another server has a count of its own, and a new one begins at none.</summary>
internal sealed class RequestCounter
{
    private static readonly string Version =
        typeof(RequestCounter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private long _requests;

    /// <summary>What it has counted so far.</summary>
    public Count Counted => new(Interlocked.Read(ref _requests), Environment.ProcessId, Version);

    /// <summary>Counts one more.</summary>
    public void Add() => Interlocked.Increment(ref _requests);
}

/// <summary>How many requests a process has had.</summary>
/// <param name="Requests">All but health checks.</param>
/// <param name="Process">The process's id, by which to tell one server from another on one machine.</param>
/// <param name="Version">The application's version, by which to tell a new one from the former.</param>
internal sealed record Count(long Requests, int Process, string Version);
