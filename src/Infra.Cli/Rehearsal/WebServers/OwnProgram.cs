using Infra.Cli.Rehearsal.Processes;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>How this program starts itself once more.</summary>
internal static class OwnProgram
{
    private static string Library => typeof(OwnProgram).Assembly.Location;

    private static string Dotnet => ProgramPath.Find("dotnet")
        ?? throw new InvalidUsageException("dotnet must be on PATH, to start this program once more: add its folder");

    /// <summary>The words of a command line that starts it.</summary>
    public static IReadOnlyList<string> Words
    {
        get
        {
            // Run as `dotnet Infra.Cli.dll`, or inside a test host, this process is not the program; what it is made of still is.
            var process = Environment.ProcessPath ?? "";
            var name = Path.GetFileNameWithoutExtension(process);
            return name == Path.GetFileNameWithoutExtension(Library) ? [process] : [name == "dotnet" ? process : Dotnet, Library];
        }
    }

    /// <summary>Starts it with these arguments.</summary>
    public static ChildProcess Start(params IEnumerable<string> arguments) => ChildProcess.Start(Words[0], Words.Skip(1).Concat(arguments));
}
