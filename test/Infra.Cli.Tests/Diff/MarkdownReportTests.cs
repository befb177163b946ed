using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Cli.Diff;
using Infra.Cli.Diff.Facts;
using Infra.Cli.Diff.Reports;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Shell;

namespace Infra.Cli.Tests.Diff;

/// <summary>A comment on a pull request, of plans that nobody vouches for.</summary>
internal sealed class MarkdownReportTests
{
    private const string Hostile = "` @octocat #1 https://evil.example `x` ```\n</details><img src=x> [a](b) | \u202e\u001b[31m";

    [Test]
    public void Text_FromAPlan_StandsInCodeAlone()
    {
        var report = Report(Plan(Hostile, "a", Hostile), Plan(Hostile, "b", Hostile + "y"));

        var rendered = Markdig.Markdown.ToHtml(report, new Markdig.MarkdownPipelineBuilder().Build());
        var outsideOfCode = Regex.Replace(rendered, "<code[^>]*>.*?</code>", "", RegexOptions.Singleline);
        Assert.That(outsideOfCode, Does.Not.Contain("octocat").And.Not.Contain("evil").And.Not.Contain("<img").And.Not.Contain("href"));
        Assert.That(report, Does.Not.Contain("\u202e").And.Not.Contain("\u001b"));
        Assert.That(report, Does.Contain("octocat"));
    }

    [Test]
    public void Report_OfAHugeChange_FitsInAComment()
    {
        var nodes = Enumerable.Range(0, 3000).Select(index => Node($"a-rather-long-name-of-a-resource-{index}", "x", new string('v', 400)));
        var empty = Plan("dev");
        var full = Plan("dev", [.. nodes]);
        var changed = Plan("dev", [.. Enumerable.Range(0, 3000).Select(index =>
            Node($"a-rather-long-name-of-a-resource-{index}", "x", new string('w', 400)))]);

        foreach (var report in new[] { Report(empty, full), Report(full, empty), Report(full, changed) })
        {
            Assert.That(report, Has.Length.LessThan(65_536));
            Assert.That(report, Does.Contain("more lines"));
            Assert.That(Regex.Count(report, "(?m)^<details>"), Is.EqualTo(Regex.Count(report, "(?m)^</details>$")));
        }
    }

    // Nobody may take what is not shown for what is not there.
    [Test]
    public void Report_OfMoreFailuresThanFitInAComment_SaysSo()
    {
        var problems = Enumerable.Range(0, 20).Select(index => new ControlProblem($"r{index}", Judgement.Fail, new('v', 300))).ToList();

        var report = Report(Plan("dev"), Plan("dev"), [.. Enumerable.Range(0, 20).Select(index =>
            new ControlFact($"c{index}", "Title.", Judgement.Fail, problems))]);

        Assert.That(report, Has.Length.LessThan(65_536));
        Assert.That(report, Does.EndWith("\nMore than a comment holds: `infra diff dev` shows it.\n"));
    }

    private static string Report(ResourceGraph before, ResourceGraph after, params IReadOnlyList<ControlFact> controls) =>
        DiffMarkdown.Of(StackDiff.Of(
            Hostile,
            GraphDiff.Between(before, after),
            new(new(1, 1, 1m, 1m), []),
            new(CostFact.NotKnown(Hostile), controls is []
                ? [new("c", Hostile, Judgement.Fail, [new(Hostile, Judgement.Fail, Hostile)])]
                : controls)));

    private static ResourceGraph Plan(string name, string input, string value) => Plan("dev", Node(name, input, value));

    private static ResourceGraph Plan(string stack, params ResourceNode[] nodes) =>
        new("infra", stack, "eu-west-1", [.. nodes], ImmutableSortedDictionary<string, object>.Empty);

    private static ResourceNode Node(string name, string input, string value) => new()
    {
        Urn = $"urn:pulumi:dev::infra::aws:sns/topic:Topic::{name}",
        Type = "aws:sns/topic:Topic",
        Name = name,
        IsCustom = true,
        Inputs = ImmutableDictionary<string, object>.Empty.Add(input, value),
        Outputs = ImmutableDictionary<string, object>.Empty,
        Options = new(),
    };
}
