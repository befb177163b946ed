using System.CommandLine;
using Infra.Cli.Tests.Docs.Documents;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Commands;

/// <summary>Every option of every command, with its value left out or one that can't be meant: a message, and never an exception.</summary>
internal sealed class OptionValueTests
{
    [TestCaseSource(nameof(OptionsWithValues))]
    public async Task Option_WithoutItsValue_IsOneMessage(string command, string option)
    {
        var run = await Invocation.Of(Reference.Root, [command, .. Beside(command, option), option]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain($"Required argument missing for option: '{option}'.\nRun 'infra {command} --help'"));
    }

    [TestCaseSource(nameof(OptionsWithNumbers))]
    public async Task Option_WithAWordForItsNumber_IsOneMessage(string command, string option)
    {
        var run = await Invocation.Of(Reference.Root, [command, .. Beside(command, option), option, "x"]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("'x'").And.Contain($"Run 'infra {command} --help'"));
    }

    private static IEnumerable<TestCaseData> OptionsWithValues => Options(option => option.Arity.MinimumNumberOfValues > 0);

    private static IEnumerable<TestCaseData> OptionsWithNumbers => Options(option =>
        (Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType) is var type
        && (type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal)));

    private static IEnumerable<TestCaseData> Options(Predicate<Option> condition) =>
        from command in ThisProgram.Command.Subcommands
        where !command.Hidden
        from option in command.Options
        where condition(option)
        select new TestCaseData(command.Name, option.Name);

    // What the command asks for, so that the option alone is wrong.
    private static string[] Beside(string command, string option) => (command, option) switch
    {
        (_, "--from") or ("verify", "--stack") => [],
        ("verify", _) => ["https://site.example"],
        _ when ThisProgram.Command.Subcommands.Single(other => other.Name == command).Arguments is [{ Name: "stack" }, ..] => ["dev"],
        _ => [],
    };
}
