using System.Runtime.InteropServices;
using System.Text;
using Infra.Applications;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>Finds out whether this machine can start an application's program; a server is another machine, with other packages.</summary>
internal static class ApplicationProgram
{
    private const string Otherwise = "or give another command for here, " + RehearseOptions.CommandOption + " \"...\"";

    private const int LongestHead = 256;

    /// <summary>The path of a program of this machine.</summary>
    /// <param name="name">Its name, or its whole path.</param>
    /// <exception cref="InvalidUsageException">It is not here, or is for other machines.</exception>
    public static string Find(string name)
    {
        if (Path.IsPathFullyQualified(name) && File.Exists(name))
            return Checked(name, name);

        return (name.Contains('/', StringComparison.Ordinal) ? null : ProgramPath.Find(name))
            ?? throw new InvalidUsageException(
                $"the application is started by {LegibleText.Of(name)}, which is not on the PATH of this machine: install it, {Otherwise}");
    }

    /// <summary>A file of the application that this machine can start.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <exception cref="InvalidUsageException">It is for other machines, or what runs it is not here.</exception>
    public static string Checked(string file, string name)
    {
        var head = HeadOf(file);
        if (ProgramPlatform.Of(head) is { } platform && !platform.RunsOn(Here))
        {
            throw new InvalidUsageException(
                $"the application is started by {LegibleText.Of(name)}, which is for {platform}, and this machine is {Here}: "
                + $"build it for both, {Otherwise}");
        }

        if (InterpreterOf(head) is { } interpreter && !IsHere(interpreter))
        {
            throw new InvalidUsageException(
                $"the application is started by {LegibleText.Of(name)}, a script for {LegibleText.Of(interpreter)}, which is not on this "
                + $"machine: install it, {Otherwise}");
        }

        return file;
    }

    private static ProgramPlatform Here => new(
        OperatingSystem.IsMacOS() ? ProgramPlatform.MacOS : OperatingSystem.IsLinux() ? ProgramPlatform.Linux : ProgramPlatform.Windows,
        RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant());

    private static bool IsHere(string interpreter) =>
        interpreter.StartsWith('/') ? File.Exists(interpreter) : ProgramPath.Find(interpreter) is not null;

    private static byte[] HeadOf(string file)
    {
        try
        {
            using var content = File.OpenRead(file);
            var head = new byte[LongestHead];
            return head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidUsageException($"the application's program must be readable: {fault.Message}");
        }
    }

    // env looks for its argument on the PATH: https://man7.org/linux/man-pages/man1/env.1.html.
    private static string? InterpreterOf(ReadOnlySpan<byte> head)
    {
        if (head is not [(byte)'#', (byte)'!', ..])
            return null;

        var words = Encoding.UTF8.GetString(head[2..]).Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => null,
            [var env, .. var rest] when Path.GetFileName(env) == "env" => rest.FirstOrDefault(word => word[0] != '-'),
            [var program, ..] => program.Trim(),
        };
    }
}
