using System.Text.Json;

namespace Infra.Cli.Tests.Docs;

// The comment on a pull request, with a `gh` that keeps what it is sent.
public sealed partial class WorkflowScriptTests
{
    private const string Mark = "<!-- what this pull request changes -->\n";
    private const int MostOfGitHub = 65_536;

    private static readonly string Long = string.Concat(Enumerable.Repeat("+ a line with an 🚀 in it\n", 1500));

    [Test]
    public async Task Comment_OfAFirstPush_IsPosted()
    {
        Diff("diff-dev", "### dev, as recorded");
        Diff("deployed-dev", "### dev");
        Diff("diff-prod", "### prod");

        var body = await CommentAsync("[]");

        Assert.That(body, Is.EqualTo($"{Mark}### dev\n\n### prod\n\nDrawings: artifacts of [this run](https://run#artifacts).\n"));
        Assert.That(Calls(), Is.EqualTo(["api --paginate comments", "api comments --input comment.json"]));
    }

    [Test]
    public async Task Comment_OfALaterPush_IsTheSame()
    {
        Diff("diff-dev", "### dev");

        await CommentAsync(
            """[{"id":1,"user":null,"body":null},{"id":2,"user":{"login":"a"},"body":"<!-- what this pull request changes -->"}]""" + "\n"
            + """[{"id":3,"user":{"login":"github-actions[bot]"},"body":"<!-- what this pull request changes -->\nbefore"}]""");

        Assert.That(Calls()[1], Is.EqualTo("api --method PATCH comment/3 --input comment.json"));
    }

    [Test]
    public async Task Comment_ThatWouldBeTooLong_LeavesWholePartsOut()
    {
        foreach (var stack in new[] { "dev", "prod" })
        {
            var part = $"<details><summary>4 changed</summary>\n\n```diff\n{Long}```\n\n</details>\n";
            Diff($"diff-{stack}", $"### {stack}\n\n{part}\n{part.Replace(Long, "+ short\n", StringComparison.Ordinal)}");
        }

        var body = await CommentAsync("[]");

        Assert.That(body, Has.Length.LessThan(MostOfGitHub));
        Assert.That(body.Split("```"), Has.Length.EqualTo(5), "each fence is closed");
        Assert.That(body.Split("<details>"), Has.Length.EqualTo(body.Split("</details>").Length));
        Assert.That(body, Does.Contain("### prod").And.Contain("in the summary of").And.EndWith("#artifacts).\n"));
    }

    [Test]
    public async Task Comment_WithoutADifference_IsNone()
    {
        await CommentAsync("[]");

        Assert.That(Calls(), Is.Empty);
    }

    [TestCase(0, 0)]
    [TestCase(255, 1)]
    public async Task Preview_ThatFails_SaysWhy(int previewed, int expected)
    {
        Program("pulumi", $"[ \"$1\" = stack ] || exit {previewed}");
        Dotnet($"echo 'as it reads plan.json' >&2; exit {previewed}");

        var (status, output) = await RunAsync("preview", "pulumi", "Preview, and compare it with what runs", ("STACK", "dev"));

        Assert.That(status, Is.EqualTo(expected), output);
        Assert.That(Calls()[1], Is.EqualTo(previewed == 0
            ? "stack export --stack dev"
            : "run --no-build --project src/Infra.Cli -- check --from plan.json"));
        Assert.That(output, Does.Contain("as it reads plan.json"));
    }

    private void Diff(string artifact, string text) =>
        File.WriteAllText(
            Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "diffs", artifact)).FullName, "diff.md"), text + "\n");

    private async Task<string> CommentAsync(string former)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "former"), former);
        Program("gh", "[ \"$2\" = --paginate ] && cat former || cat comment.json >sent");

        var (status, output) = await RunAsync(
            "preview", "comment", "Comment", ("COMMENTS", "comments"), ("COMMENT", "comment"), ("RUN", "https://run"));

        Assert.That(status, Is.Zero, output);
        using var sent = JsonDocument.Parse(Written("sent") is { Length: > 0 } text ? text : """{"body":""}""");
        return sent.RootElement.GetProperty("body").GetString()!;
    }
}
