using System.Diagnostics;

namespace Infra.Cli.Shell;

/// <summary>
/// The one place that starts a process: by its whole path, and with a PATH that has no folder which depends on where one stands.
/// </summary>
internal static class StartedProgram
{
    /// <summary>Starts a program that talks to this one alone.</summary>
    /// <param name="program">Its path, as <see cref="ProgramPath"/> finds it.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What it finds in its environment unless the user has set it.</param>
    /// <param name="place">Where and with what it runs; none where that is as of this process.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">It can't be started.</exception>
    public static Process Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        RunPlace? place = null)
    {
        if (!Path.IsPathFullyQualified(program))
            throw new ArgumentException($"must be a whole path, got '{program}'", nameof(program));

        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = place?.Directory ?? "",
        };

        foreach (var name in start.Environment.Keys.Where(name => place?.Inherits(name) == false).ToList())
            start.Environment.Remove(name);

        // What it starts in turn, such as a plugin, a credential_process, or a shell script's rm, is not to be found here either.
        start.Environment["PATH"] = ProgramPath.Whole(start.Environment.TryGetValue("PATH", out var path) ? path : null);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment.TryAdd(name, value);
        return Process.Start(start)!;
    }
}

/// <summary>Where a program runs, and what it is told of this process's environment.</summary>
/// <param name="Directory">Its working directory.</param>
/// <param name="Inherits">Whether it gets a variable, by its name.</param>
internal sealed record RunPlace(string Directory, Func<string, bool> Inherits);
