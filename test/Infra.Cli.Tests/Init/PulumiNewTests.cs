using Infra.Cli.Init;
using Infra.Cli.Plan.StackFiles;
using Infra.Settings;
using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Init;

/// <summary>
/// The section <c>template</c> of <c>Pulumi.yaml</c>, and what <c>pulumi new</c> makes of the project, by its source: no test runs it.
/// </summary>
/// <remarks>
/// See runNew in https://github.com/pulumi/pulumi/blob/master/pkg/cmd/pulumi/newcmd/new.go, promptForConfig in config.go beside it, and
/// CopyTemplateFiles in https://github.com/pulumi/pulumi/blob/master/sdk/go/common/workspace/templates.go.
/// </remarks>
public sealed class PulumiNewTests
{
    private static readonly YamlMappingNode Project = YamlFile.Read(Path.Combine(Reference.Root, "Pulumi.yaml"));
    private static readonly YamlMappingNode Template = (YamlMappingNode)Project["template"];

    private TemporaryProject _project = null!;

    private static Dictionary<string, string> Defaults => ((YamlMappingNode)Template["config"]).ToDictionary(
        entry => entry.Key.ToString(),
        entry => ((YamlMappingNode)entry.Value).Children.TryGetValue("default", out var value) ? value.ToString() : "");

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    // The CLI's schema knows no other key, and refuses a project with one:
    // https://github.com/pulumi/pulumi/blob/master/sdk/go/common/workspace/project.json.
    [Test]
    public void Template_HasTheKeysOfTheSchema()
    {
        Assert.That(Template.Select(entry => entry.Key.ToString()), Is.EqualTo(["description", "quickstart", "config"]));
        Assert.That(Template["description"].ToString(), Is.EqualTo(Project["description"].ToString()));
        foreach (var (_, question) in (YamlMappingNode)Template["config"])
            Assert.That(((YamlMappingNode)question).Select(entry => entry.Key.ToString()), Is.SubsetOf(["description", "default"]));
    }

    // But for the account, which is a list that Pulumi's provider reads, and no text.
    [Test]
    public void Template_AsksWhatInitAsks_WithTheSameDefaults()
    {
        var draft = new StackDraft(_project.Root, "dev", "infra", NewStackFile.Of(_project.Root, "dev").Least());

        Assert.That(
            Defaults,
            Is.EqualTo(StackQuestions.All.Where(question => question.Key != AccountAnswer.Key)
                .ToDictionary(question => question.Key, question => draft.Beginning(question)?.Typed ?? "")));
    }

    // A setting with a type has to be of it, and what is saved is a text.
    [Test]
    public void Template_AsksForTexts() => Assert.That(
        Defaults.Keys.Where(key => key != "aws:region").Select(key => ((YamlMappingNode)Project["config"][key]).Children)
            .Select(declared => declared.TryGetValue("type", out var type) ? type.ToString() : "none"),
        Has.All.EqualTo("string").Or.EqualTo("none"));

    [TestCase("infra", "dev", "dev prod")]
    [TestCase("shop", "dev", "dev prod")]
    [TestCase("shop", "first", "dev first prod")]
    public async Task Project_WithTheDefaults_HasAWorkingStack(string name, string stack, string stacks)
    {
        MakeNew(name, stack, Defaults);

        Assert.That(ProjectFiles.StackNames(_project.Root), Is.EqualTo(stacks.Split(' ')));
        foreach (var other in stacks.Split(' '))
        {
            var check = await Invocation.Of(_project.Root, "check", other);
            Assert.That((check.ExitCode, check.Error), Is.EqualTo((0, "")), check.Out);
        }

        Assert.That(
            ProjectFiles.Read(_project.Root, stack, []).Setting("rollout"),
            Is.EqualTo(stack == "dev" ? "promote" : SettingsCatalogue.All.Single(setting => setting.Key == "rollout").Default));
    }

    [Test]
    public async Task Project_WithEverythingAnswered_HasAWorkingStack()
    {
        MakeNew("shop", "dev", new()
        {
            ["aws:region"] = "us-east-1",
            ["zones"] = "us-east-1a, us-east-1c",
            ["domainName"] = "shop.acme.com",
            ["hostedZoneId"] = "Z0987",
            ["alarmEmail"] = "ops@acme.com",
        });

        var preview = await Invocation.Of(_project.Root, "preview", "dev");
        Assert.That(preview.ExitCode, Is.Zero, preview.Error);
        Assert.That(preview.Out, Does.Contain("https://shop.acme.com"));
    }

    // Zones of another region than the one that was answered, since Enter takes the default.
    [Test]
    public async Task Project_WithZonesOfAnotherRegion_IsTold()
    {
        var answers = Defaults;
        answers["aws:region"] = "us-east-1";
        MakeNew("shop", "dev", answers);

        Assert.That((await Invocation.Of(_project.Root, "preview", "dev")).Error, Does.Contain(
            "shop:zones must be in the region of aws:region (us-east-1), got eu-west-1a: write us-east-1a"));
    }

    // It copies every file, names the project, takes the template out, tags the project, and saves the answers: all keys of the stack's
    // file get the project's name, and each answer is a text.
    private void MakeNew(string name, string stack, Dictionary<string, string> answers)
    {
        foreach (var file in Directory.EnumerateFiles(Reference.Root, "Pulumi.*.yaml"))
            _project.With(Path.GetFileName(file), File.ReadAllText(file));
        var project = YamlFile.Read(Path.Combine(Reference.Root, "Pulumi.yaml"));
        ((YamlScalarNode)project["name"]).Value = name;
        project.Children.Remove("template");
        ((YamlMappingNode)project["config"]).Add(
            "pulumi:tags",
            new YamlMappingNode("value", new YamlMappingNode("pulumi:template", "https://github.com/acme/infra")));
        Write("Pulumi.yaml", project);

        var path = Path.Combine(_project.Root, $"Pulumi.{stack}.yaml");
        var settings = new YamlMappingNode();
        if (File.Exists(path))
        {
            foreach (var (key, value) in (YamlMappingNode)YamlFile.Read(path)["config"])
                settings.Add(ConfigKey.Full(key.ToString(), name)!, value);
        }

        foreach (var (key, answer) in answers.Where(answer => answer.Value.Length > 0))
            settings.Children[ConfigKey.Full(key, name)!] = new YamlScalarNode(answer) { Style = YamlDotNet.Core.ScalarStyle.Plain };
        Write($"Pulumi.{stack}.yaml", new YamlMappingNode("config", settings));
    }

    private void Write(string file, YamlMappingNode content)
    {
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(content)).Save(text, assignAnchors: false);
        _project.With(file, text.ToString());
    }
}
