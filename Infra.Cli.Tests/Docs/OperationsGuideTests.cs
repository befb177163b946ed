using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs;

public sealed partial class OperationsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    [Test]
    public void Guide_Always_NamesEveryVariableOfTheWorkflows()
    {
        var used = Workflow.All.SelectMany(workflow => Variable().Matches(workflow.Text)).Select(match => match.Groups[1].Value).Distinct();

        Assert.That(used, Is.EquivalentTo(TableRow().Matches(Guide).Select(match => match.Groups[1].Value)));
    }

    [Test]
    public void Guide_Always_FillsInEveryPlaceholderOfTheRole()
    {
        var policies = Directory.EnumerateFiles(Path.GetDirectoryName(DeployRole.File("read"))!, "*.json").Select(File.ReadAllText);
        var placeholders = policies.SelectMany(policy => Placeholder().Matches(policy)).Select(match => match.Value).Distinct();

        Assert.That(placeholders, Is.EquivalentTo(Filled().Matches(Guide).Select(match => match.Groups[1].Value)));
    }

    [GeneratedRegex(@"vars\.(\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex("^\\| `([A-Z_]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("<[a-z-]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"-e ""s\|(<[a-z-]+>)\|")]
    private static partial Regex Filled();
}
