using System.Text.RegularExpressions;
using Infra.Settings;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Infra.Cli.Tests.Docs.Documents;

/// <summary>What documents call by its name is called so.</summary>
public sealed partial class MentionTests
{
    [TestCaseSource(typeof(DocumentFile), nameof(DocumentFile.Names))]
    public void Settings_ThatADocumentNames_Exist(string name) => Assert.That(UnknownSettings(DocumentFile.Load(name)), Is.Empty);

    [TestCaseSource(typeof(DocumentFile), nameof(DocumentFile.Names))]
    public void Commands_ThatADocumentNames_Exist(string name) => Assert.That(UnknownCommands(DocumentFile.Load(name)), Is.Empty);

    [TestCaseSource(typeof(DocumentFile), nameof(DocumentFile.Names))]
    public void Filters_ThatADocumentNames_SelectATest(string name) => Assert.That(EmptyFilters(DocumentFile.Load(name)), Is.Empty);

    [TestCase("Set `infra:maxSevers`.", "maxSevers")]
    [TestCase("```sh\ninfra preview dev --set egres=nat\n```", "egres")]
    [TestCase("```yaml\nconfig:\n  infra:tlsMod: offload\n```", "tlsMod")]
    public void UnknownSettings_OfAMisspeltOne_IsThat(string text, string setting) =>
        Assert.That(UnknownSettings(new("x.md", text)), Is.EqualTo([setting]));

    [TestCase("`infra:maxServers`, `infra:networking:Network`, `--set infra:egress=nat`, `--set key=value` and infra: the program")]
    public void UnknownSettings_OfOnesThatExist_IsEmpty(string text) => Assert.That(UnknownSettings(new("x.md", text)), Is.Empty);

    [Test]
    public void UnknownCommands_OfAMisspeltOne_IsThat() =>
        Assert.That(UnknownCommands(new("x.md", "`infra chek dev`, `infra check dev` and `dotnet test`")), Is.EqualTo(["infra chek dev"]));

    [Test]
    public void EmptyFilters_OfOneThatNothingHas_AreThat() =>
        Assert.That(
            EmptyFilters(new("x.md", "`dotnet test --filter Requirement=R9`, `--filter Requirement=R8` and `--filter <a filter>`")),
            Is.EqualTo(["Requirement=R9"]));

    // 'key' stands for any setting where the option itself is explained.
    private static IReadOnlyList<string> UnknownSettings(DocumentFile document) =>
    [
        .. Setting().Matches(document.Text).Select(match => match.Groups["key"].Value)
            .Except(SettingsCatalogue.All.Select(setting => setting.Key).Append("key"), StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> UnknownCommands(DocumentFile document)
    {
        var program = ThisProgram.Command;
        var verbs = program.Subcommands.Select(command => command.Name).Concat(program.Options.Select(option => option.Name)).ToHashSet();
        return
        [
            .. document.Syntax.Descendants<CodeInline>().Select(code => code.Content)
                .Where(code => Command().Match(code) is { Success: true } match && !verbs.Contains(match.Groups["verb"].Value)),
        ];
    }

    // A filter in angle brackets is one of the reader's.
    private static IReadOnlyList<string> EmptyFilters(DocumentFile document) =>
    [
        .. document.Syntax.Descendants<CodeInline>().Select(code => code.Content.Split(" --filter "))
            .Where(parts => parts is [_, var filter] && !filter.StartsWith('<')).Select(parts => parts[1])
            .Where(filter => !TestFilter.SelectsAny(filter)),
    ];

    // A third part, as in infra:networking:Network, makes it a type of component.
    [GeneratedRegex(
        @"(\binfra:|--set (infra:)?)(?<key>[A-Za-z][A-Za-z0-9]*)(?![A-Za-z0-9]|:[A-Za-z])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();

    [GeneratedRegex("^infra (?<verb>[a-z-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
