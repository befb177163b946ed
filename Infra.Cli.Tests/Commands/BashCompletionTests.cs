using System.Diagnostics;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Commands;

/// <summary>The script for bash in bash itself, which asks the program.</summary>
[Category("Live")]
internal sealed class BashCompletionTests
{
    // What bash sets when somebody types Tab at the end of a line: https://www.gnu.org/software/bash/manual/html_node/Bash-Variables.html.
    private const string Tab =
        """
        eval "$(infra completions bash)"
        compopt() { echo compopt "$@"; }
        COMP_LINE=$1 COMP_POINT=${#1}
        read -ra COMP_WORDS <<<"$1"
        [[ $1 == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _infra_completions
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    [TestCase("infra che", "check\n")]
    [TestCase("infra check ", "dev\nprod\n")]
    [TestCase("infra check dev --set minS", "compopt -o nospace\nminServers=\n")]
    [TestCase("infra nope ", "\n")]
    public async Task Tab_InBash_Completes(string line, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("infra-bash-").FullName;
        try
        {
            var program = Path.Combine(folder, "infra");
            await using (var file = new StreamWriter(program, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            }))
                await file.WriteAsync($"#!/bin/sh\nexec dotnet '{typeof(CommandLine).Assembly.Location}' \"$@\"\n");
            using var bash = Process.Start(new ProcessStartInfo("bash", ["--norc", "-c", Tab, "bash", line])
            {
                WorkingDirectory = Reference.Root,
                RedirectStandardOutput = true,
                Environment = { ["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}" },
            })!;
            var output = await bash.StandardOutput.ReadToEndAsync();
            await bash.WaitForExitAsync();

            Assert.That((bash.ExitCode, output), Is.EqualTo((0, expected)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
