using System.CommandLine;
using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Tests.Docs.Documents;

/// <summary>The command line of <c>infra</c>, to ask what there is.</summary>
internal static class ThisProgram
{
    public static Command Command { get; } = CommandLine.Create(
        new Terminal(TextWriter.Null, TextWriter.Null, AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) })));
}
