using System.Globalization;
using System.Text;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Counted;

/// <summary>What each command makes of plans that have none, one or two of a thing: the exit code, and what it refuses.</summary>
[Category("Wide")]
internal sealed class CountedPlansTests
{
    private static readonly string[][] Commands =
        [["preview"], ["check"], ["cost"], ["diagram"], ["diagram", "--format", "mermaid"], ["rehearse", "--fast"]];

    [Test]
    public async Task EveryCommand_OnPlansWithNoneOneOrTwo_IsDoneOrSaysWhyNotInOneLine()
    {
        var text = new StringBuilder();
        foreach (var (name, plan) in await CountedPlans.AllAsync())
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}\n");
            foreach (var command in Commands)
                text.Append(CultureInfo.InvariantCulture, $"  {string.Join(' ', command)}: {await OutcomeAsync(plan, command)}\n");
        }

        Golden.Verify("counted-plans", text.ToString());
    }

    private static async Task<string> OutcomeAsync(ResourceGraph plan, string[] command)
    {
        var (exitCode, output, error) = await Invocation.Of(plan, [command[0], plan.StackName, .. command[1..]]);
        Assert.That(error.Count(letter => letter == '\n'), Is.EqualTo(exitCode == ExitCode.InvalidUsage ? 1 : 0), error);
        Assert.That(output, exitCode == ExitCode.InvalidUsage ? Is.Empty : Is.Not.Empty);
        return exitCode == ExitCode.InvalidUsage ? $"2, {error.TrimEnd()}" : exitCode.ToString(CultureInfo.InvariantCulture);
    }
}
