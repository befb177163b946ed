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
        program=$1
        infra() { dotnet "$program" "$@"; }
        compopt() { echo compopt "$@"; }
        eval "$(infra completions bash)"
        COMP_LINE=$2 COMP_POINT=${#2}
        read -ra COMP_WORDS <<<"$2"
        [[ $2 == *' ' ]] && COMP_WORDS+=('')
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
        string[] arguments = ["--norc", "-c", Tab, "bash", typeof(CommandLine).Assembly.Location, line];
        using var bash = Process.Start(new ProcessStartInfo("bash", arguments)
        {
            WorkingDirectory = Reference.Root,
            RedirectStandardOutput = true,
        })!;
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();

        Assert.That((bash.ExitCode, output), Is.EqualTo((0, expected)));
    }
}
