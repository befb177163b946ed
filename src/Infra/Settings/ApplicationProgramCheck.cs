using Infra.Applications;
using Infra.Servers;
using Infra.Settings.Reading;

namespace Infra.Settings;

/// <summary>Whether servers can start what the command begins with.</summary>
internal static class ApplicationProgramCheck
{
    private const string Rule = "must begin with a file of the folder that can run, or with the name of a program";
    private const string WithRunner = "name the program that runs it, such as dotnet or node, before it";

    /// <summary>A command that starts with a file must find it in the folder, and a server must be able to run it.</summary>
    public static void Check(ApplicationSettings application, string instanceType, ApplicationFolder folder, ProblemList problems)
    {
        var program = application.Command.Words[0];
        if (application.Command.File is { } name)
            CheckFile(name, folder, instanceType, problems);
        else if (folder.Find(program) is { } meant)
            Add(problems, $"{meant.Name}, which is a file of {folder.Path}", $"write ./{meant.Name}");
        else if (!TextForms.IsProgramName(program))
            Add(problems, program, "write it like dotnet Web.dll or ./server");
    }

    private static void CheckFile(string name, ApplicationFolder folder, string instanceType, ProblemList problems)
    {
        if (folder.Find(name) is not { } file)
            Add(problems, $"{name}, which is not in {folder.Path}", "build it into the folder, or name another file");
        else if (!UnitText.CanStart(name))
            Add(problems, $"{name}, which systemd does not start for its quote or backslash", "rename it");
        else if (file.Platform is { } platform)
            CheckPlatform(name, platform, instanceType, problems);
        else if (!file.IsExecutable)
            Add(problems, $"{name}, which is no program of Linux and has no #! in its first line", WithRunner);
    }

    private static void CheckPlatform(string name, ProgramPlatform platform, string instanceType, ProblemList problems)
    {
        if (!problems.AreRead(ServerTopic.InstanceType) || !InstanceArchitecture.TryOf(instanceType, out var architecture))
            architecture = null;
        var target = architecture is null ? "Linux" : $"linux-{ProcessorOf(architecture)}";
        if (platform.System != ProgramPlatform.Linux)
        {
            // A dll of .NET is one of Windows by its form.
            var otherwise = platform.System == ProgramPlatform.Windows ? $"{WithRunner}, or " : "";
            Add(problems, $"{name}, which is for {platform}", $"{otherwise}build it for {target}");
        }
        else if (architecture is not null && !platform.RunsOn(new(ProgramPlatform.Linux, ProcessorOf(architecture))))
        {
            var other = platform.Processor is ProgramPlatform.X64 or ProgramPlatform.Arm64
                ? $", or choose an {problems.NameOf(ServerTopic.InstanceType)} with that processor"
                : "";
            problems.Add(
                ApplicationTopic.Command, "must begin with a program for the servers' processor",
                $"{name}, which is for {ArchitectureOf(platform.Processor)}, where {instanceType} is {architecture}",
                $"build it for {target}{other}");
        }
    }

    private static void Add(ProblemList problems, string got, string mend) => problems.Add(ApplicationTopic.Command, Rule, got, mend);

    // A server's kernel runs programs of 32 bits too, but the unit's SystemCallArchitectures=native does not let them.
    private static string ProcessorOf(string architecture) =>
        architecture == InstanceArchitecture.X86 ? ProgramPlatform.X64 : ProgramPlatform.Arm64;

    private static string? ArchitectureOf(string? processor) => processor == ProgramPlatform.X64 ? InstanceArchitecture.X86 : processor;
}
