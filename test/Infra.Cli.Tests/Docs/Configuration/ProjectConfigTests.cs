using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Tests.Settings;
using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;
using YamlFile = Infra.Cli.Plan.StackFiles.YamlFile;

namespace Infra.Cli.Tests.Docs.Configuration;

/// <summary>The generated block, and whether Pulumi reads it as it is meant.</summary>
public sealed class ProjectConfigTests
{
    private static readonly YamlMappingNode Project = ProjectFiles.Load("Pulumi.yaml");
    private static readonly YamlMappingNode Config = (YamlMappingNode)Project["config"];

    [Test]
    public void Block_IsFresh() => GeneratedFile.Verify(ProjectConfig.Path, ProjectConfig.Write());

    [Test]
    public void Project_IsTheProgramInInfra()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Project["name"].ToString(), Is.EqualTo("infra"));
            Assert.That(Project["runtime"].ToString(), Is.EqualTo("dotnet"));
            Assert.That(Project["main"].ToString(), Is.EqualTo("src/Infra"));
        }
    }

    // Its name, defaults and words are the customer's; a setting that it lacks came with a newer version, and belongs into it.
    [Test]
    public void ProjectFileAtTheRoot_DeclaresEverySetting()
    {
        var file = YamlFile.Read(Path.Combine(Repository.Root, "Pulumi.yaml"));

        Assert.That(
            SettingsCatalogue.All.Select(setting => setting.Key),
            Is.SubsetOf(((YamlMappingNode)file["config"]).Select(entry => entry.Key.ToString())),
            "copy test/Infra.Tests/Reference/Pulumi.yaml to the root, or what it has more");
    }

    [Test]
    public void Config_DeclaresTheCataloguesKeys_InItsOrder() =>
        Assert.That(Config.Select(entry => entry.Key.ToString()), Is.EqualTo(SettingsCatalogue.All.Select(setting => setting.Key)));

    [TestCaseSource(nameof(Settings))]
    public void Config_SaysOfEachSetting_WhatTheCatalogueSays(SettingDefinition setting)
    {
        var declared = ((YamlMappingNode)Config[setting.Key]).ToDictionary(entry => entry.Key.ToString(), entry => entry.Value);
        var expected = new Dictionary<string, string> { ["description"] = setting.Description };
        if (ProjectConfig.TypeOf(setting) is { } type)
            expected["type"] = type;
        if (setting.Default is { } text)
            expected["default"] = text;

        // Pulumi wants the type of a list's items, and refuses one on anything else.
        if (ProjectConfig.TypeOf(setting) == "array")
        {
            Assert.That(declared["items"]["type"].ToString(), Is.EqualTo("string"));
            declared.Remove("items");
        }

        Assert.That(declared.ToDictionary(entry => entry.Key, entry => ProjectFiles.TextOf(entry.Value)), Is.EqualTo(expected));
    }

    // Pulumi checks the type of the default as YAML has it: 1 is an integer, "1" is a string.
    [TestCaseSource(nameof(Settings))]
    public void Config_QuotesADefault_ExactlyWhereYamlWouldTakeTextForSomethingElse(SettingDefinition setting)
    {
        if (!((YamlMappingNode)Config[setting.Key]).Children.TryGetValue("default", out var node) || node is not YamlScalarNode scalar)
            return;

        var looksLikeText = scalar.Value is not ("" or "true" or "false" or "null" or "~") && !scalar.Value!.All(char.IsAsciiDigit);
        var isQuoted = scalar.Style is YamlDotNet.Core.ScalarStyle.DoubleQuoted;

        Assert.That(isQuoted, Is.EqualTo(ProjectConfig.TypeOf(setting) == "string" && !looksLikeText));
    }

    private static IEnumerable<TestCaseData> Settings() =>
        SettingsCatalogue.All.Select(setting => new TestCaseData(setting) { TestName = $"{{m}}({setting.Key})" });
}
