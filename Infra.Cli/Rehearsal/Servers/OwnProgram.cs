namespace Infra.Cli.Rehearsal.Servers;

/// <summary>How this program starts itself once more.</summary>
internal static class OwnProgram
{
    private static string Library => typeof(OwnProgram).Assembly.Location;

    /// <summary>Starts it with these arguments.</summary>
    public static ChildProcess Start(params IEnumerable<string> arguments)
    {
        // Run as `dotnet Infra.Cli.dll`, or inside a test host, this process is not the program; what it is made of still is.
        var process = Environment.ProcessPath ?? "";
        var name = Path.GetFileNameWithoutExtension(process);
        return name == Path.GetFileNameWithoutExtension(Library) ? ChildProcess.Start(process, arguments)
            : ChildProcess.Start(name == "dotnet" ? process : "dotnet", arguments.Prepend(Library));
    }
}
