using System.Runtime.InteropServices;
using System.Text;
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
        if (PlatformOf(head) is { } platform && platform != Here)
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

    private static string Here => $"{System} on {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    private static string System => OperatingSystem.IsMacOS() ? "macOS" : OperatingSystem.IsLinux() ? "Linux" : "Windows";

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

    // The processor in the head of ELF (https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html, e_machine) and of Mach-O
    // (cputype). None for what is no program, or of a processor that can't be told.
    private static string? PlatformOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] when head.Length >= 20 => (head[18] | (head[19] << 8)) switch
        {
            0x3E => "Linux on x64",
            0xB7 => "Linux on arm64",
            0x03 => "Linux on x86",
            0x28 => "Linux on arm",
            0xF3 => "Linux on riscv64",
            _ => null,
        },
        [0xCF, 0xFA, 0xED, 0xFE, 0x07, ..] => "macOS on x64",
        [0xCF, 0xFA, 0xED, 0xFE, 0x0C, ..] => "macOS on arm64",
        [(byte)'M', (byte)'Z', ..] => "Windows",
        _ => null,
    };

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
