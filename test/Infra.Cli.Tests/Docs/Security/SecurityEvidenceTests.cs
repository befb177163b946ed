using System.Text.RegularExpressions;
using Infra.Cli.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs.Security;

/// <summary>What the security policy and the threat model say has something behind it.</summary>
public sealed partial class SecurityEvidenceTests
{
    private const string Table = "test/Infra.Cli.Tests/Docs/Security/sentences.md";
    private const int WordsOfASentence = 6;

    private static IEnumerable<string> Named =>
        from text in new[] { Table, "docs/threat-model.md" }
        from row in Rows(text)
        from Match match in Code().Matches(row)
        select match.Groups[1].Value;

    [Test]
    public void Sentence_OfTheSecurityPolicy_HasATestOrAReason()
    {
        var listed = Rows(Table).Select(row => row.Split('|')[1].Trim());

        Assert.That(listed, Is.EqualTo(Sentences(Read("SECURITY.md"))));
    }

    [Test]
    public void Evidence_Always_Exists()
    {
        var sources = Directory.EnumerateFiles(Repository.Root, "*Tests*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file).Split('.')[0]);
        var checks = CheckOfCi().Matches(Read(".ci/run")).Select(match => match.Groups[1].Value);
        var known = sources.Concat(ControlCatalogue.All.Select(control => control.Id)).Concat(checks).ToHashSet();

        Assert.That(Named.Where(LooksLikeEvidence).Except(known), Is.Empty);
    }

    private static bool LooksLikeEvidence(string name) => !name.StartsWith("infra ", StringComparison.Ordinal)
        && (name.EndsWith("Tests", StringComparison.Ordinal) || name.Contains(' ') || KebabCase().IsMatch(name));

    private static IEnumerable<string> Sentences(string policy)
    {
        var text = Fence().Replace(policy[policy.IndexOf("## What is protected", StringComparison.Ordinal)..], "");
        return
            from paragraph in text.Split("\n\n")
            let lines = paragraph.Split('\n').Where(line => line.Trim() != "" && line[0] is not ('#' or '|'))
            let prose = Topic().Replace(string.Join(' ', lines), "")
            where prose != ""
            from sentence in Break().Split(prose)
            select string.Join(' ', sentence.Split(' ').Take(WordsOfASentence));
    }

    private static IEnumerable<string> Rows(string path) =>
        Read(path).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("^\\s*check ['\"](.*?)['\"] ", RegexOptions.Multiline)]
    private static partial Regex CheckOfCi();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)+$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\*\*[^*]+\*\* ")]
    private static partial Regex Topic();

    [GeneratedRegex(@"(?<=\.) (?=[A-Z`\[])")]
    private static partial Regex Break();
}
