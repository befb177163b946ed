using System.CommandLine;
using System.CommandLine.Completions;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>What a shell completes the name of a stack with: those of the project that it is in.</summary>
internal static class StackCompletions
{
    public static void CompleteStacks(this Argument<string> argument) => argument.CompletionSources.Add(Here);

    public static void CompleteStacks(this Option<string?> option) => option.CompletionSources.Add(Here);

    private static IEnumerable<string> Here(CompletionContext context)
    {
        try
        {
            return ProjectFiles.StackNames(Environment.CurrentDirectory);
        }
        catch (InvalidUsageException)
        {
            // Somebody who still types is told nothing.
            return [];
        }
    }
}
