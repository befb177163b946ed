using System.CommandLine;
using System.CommandLine.Completions;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Tests.Plan.StackFiles;

internal sealed class StackCompletionsTests
{
    [Test]
    public void Shell_CompletesTheStacksOfTheProjectThatItIsIn()
    {
        var here = Environment.CurrentDirectory;
        using var project = new TemporaryProject().With("Pulumi.a.yaml", "config: {}\n").With("Pulumi.b.yaml", "config: {}\n");
        var outside = Directory.CreateTempSubdirectory("infra-");
        try
        {
            Environment.CurrentDirectory = project.Root;
            Assert.That(Completed(), Is.EqualTo("a b / a b"));
            Environment.CurrentDirectory = outside.FullName;
            Assert.That(Completed(), Is.EqualTo(" / "));
        }
        finally
        {
            Environment.CurrentDirectory = here;
            outside.Delete();
        }
    }

    private static string Completed()
    {
        var (argument, option) = (new Argument<string>("stack"), new Option<string?>("--stack"));
        argument.CompleteStacks();
        option.CompleteStacks();
        return $"{Labels(argument.GetCompletions(CompletionContext.Empty))} / {Labels(option.GetCompletions(CompletionContext.Empty))}";

        static string Labels(IEnumerable<CompletionItem> items) =>
            string.Join(' ', items.Select(item => item.Label));
    }
}
