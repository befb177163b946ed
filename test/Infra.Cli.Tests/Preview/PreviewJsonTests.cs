using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Preview;
using Infra.Cli.Tests.BadInput;

namespace Infra.Cli.Tests.Preview;

internal sealed class PreviewJsonTests
{
    private readonly Dictionary<string, JsonElement> _states = new(StringComparer.Ordinal);
    private ResourceGraph _graph = null!;
    private JsonElement _digest;

    [OneTimeSetUp]
    public async Task Preview()
    {
        _graph = await Graphs.Of("prod");
        _digest = JsonDocument.Parse(PreviewJson.Of(_graph)).RootElement;
        foreach (var step in _digest.GetProperty("steps").EnumerateArray())
            _states[NameOf(step)] = step.GetProperty("newState");
    }

    [Test]
    public async Task DefaultTags_OfTheStack_AreInThePlan()
    {
        using var project = new TemporaryProject();
        project.With("Pulumi.s.yaml", StackFile.And("  aws:defaultTags: {tags: {Owner: web-team}}"));

        var plan = await Invocation.Of(project.Root, "preview", "s", "--json");
        var checks = await Invocation.Of(project.Root, "check", "s");

        Assert.That(plan.Out.Split("\"Owner\": \"web-team\"").Length, Is.GreaterThan(20), plan.Error);
        Assert.That(checks.ExitCode, Is.Zero, checks.Out);
    }

    [Test]
    public void Steps_Always_AreAllCreationsInOrderOfRegistration()
    {
        var steps = _digest.GetProperty("steps").EnumerateArray().ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(steps.Select(step => step.GetProperty("op").GetString()), Is.All.EqualTo("create"));
            Assert.That(steps.Select(step => step.GetProperty("urn").GetString()), Is.EqualTo(_graph.Nodes.Select(node => node.Urn)));
            Assert.That(
                steps.Select(step => step.GetProperty("newState").GetProperty("urn").GetString()),
                Is.EqualTo(_graph.Nodes.Select(node => node.Urn)));
            Assert.That(_digest.GetProperty("changeSummary").GetProperty("create").GetInt32(), Is.EqualTo(steps.Length));
        });
    }

    [Test]
    public void Config_Always_HasFileAndDefaultsInOrder()
    {
        var config = _digest.GetProperty("config").EnumerateObject().ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(config.Select(entry => entry.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
            Assert.That(_digest.GetProperty("config").GetProperty("aws:region").GetString(), Is.EqualTo("eu-west-1"));
            Assert.That(_digest.GetProperty("config").GetProperty("infra:minServers").GetString(), Is.EqualTo("2"));
            Assert.That(_digest.GetProperty("config").GetProperty("infra:maxServers").GetString(), Is.EqualTo("3"));
            Assert.That(
                _digest.GetProperty("config").GetProperty("infra:zones").GetString(),
                Is.EqualTo("""["eu-west-1a","eu-west-1b","eu-west-1c"]"""));
        });
    }

    [Test]
    public void Stack_Always_IsTheFirstStepWithTheOutputs()
    {
        var stack = _digest.GetProperty("steps")[0].GetProperty("newState");

        Assert.Multiple(() =>
        {
            Assert.That(Fields(stack), Is.EqualTo(new[] { "urn", "custom", "type", "outputs" }));
            Assert.That(stack.GetProperty("urn").GetString(), Is.EqualTo("urn:pulumi:prod::infra::pulumi:pulumi:Stack::infra-prod"));
            Assert.That(stack.GetProperty("outputs").GetProperty("url").GetString(), Is.EqualTo("https://www.example.com"));
            Assert.That(stack.GetProperty("outputs").GetProperty("secondsToAddServer").ValueKind, Is.EqualTo(JsonValueKind.Number));
        });
    }

    [Test]
    public void Component_Always_HasNoIdAndIsNotCustom()
    {
        var network = _states["net"];

        Assert.That(Fields(network), Is.EqualTo(new[] { "urn", "custom", "type", "parent" }));
        Assert.That(network.GetProperty("custom").GetBoolean(), Is.False);
    }

    [Test]
    public void Resource_WithEverything_HasPulumisFieldsInPulumisOrder() =>
        Assert.That(Fields(_states["cert-validated"]), Is.EqualTo(
            new[]
            {
                "urn", "custom", "id", "type", "inputs", "outputs", "parent", "dependencies", "provider", "propertyDependencies",
                "customTimeouts",
            }));

    [Test]
    public void Resource_ThatAwsSdkGivesAnAlias_HasNone() =>
        Assert.That(Fields(_states["web-alb"]), Does.Contain("provider").And.Not.Contain("aliases"));

    [Test]
    public void Provider_OfAStep_IsTheOneOfItsState()
    {
        foreach (var (step, node) in _digest.GetProperty("steps").EnumerateArray().Zip(_graph.Nodes))
        {
            Assert.That(Fields(step), Is.EqualTo(node.IsCustom
                ? new[] { "op", "urn", "provider", "newState", "detailedDiff" }
                : ["op", "urn", "newState", "detailedDiff"]), node.Urn);
            Assert.That(ProviderOf(step), Is.EqualTo(node.Provider), node.Urn);
            Assert.That(ProviderOf(step.GetProperty("newState")), Is.EqualTo(node.Provider), node.Urn);
        }

        static string? ProviderOf(JsonElement element) =>
            element.TryGetProperty("provider", out var provider) ? provider.GetString() : null;
    }

    [Test]
    public void Options_OfAResource_AreWhatTheProgramSays()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_states["web-alb"].GetProperty("protect").GetBoolean(), Is.True);
            Assert.That(_states["web-http"].TryGetProperty("protect", out _), Is.False);
            Assert.That(_states["cert-validated"].GetProperty("customTimeouts").GetRawText(), Does.Match("""^\{\s*"create": 900\s*\}$"""));
        });
    }

    [Test]
    public void Options_OfEveryKind_AreWritten()
    {
        var options = new NodeOptions
        {
            Protect = true,
            RetainOnDelete = true,
            IgnoreChanges = ["tags"],
            ReplaceOnChanges = ["name"],
            AdditionalSecretOutputs = ["key"],
            CustomTimeouts = new() { Update = TimeSpan.FromMinutes(2), Delete = TimeSpan.FromSeconds(1.5) },
        };
        var graph = new ResourceGraph("infra", "prod", "eu-west-1", [_graph.Stack with { Options = options }], _graph.Outputs);

        var state = JsonDocument.Parse(PreviewJson.Of(graph)).RootElement.GetProperty("steps")[0].GetProperty("newState");

        Assert.That(
            JsonSerializer.Serialize(
                state.EnumerateObject().Where(field => field.Name is not ("urn" or "custom" or "type" or "outputs"))
                    .ToDictionary(field => field.Name, field => field.Value)),
            Is.EqualTo(
                """{"protect":true,"additionalSecretOutputs":["key"],"customTimeouts":{"update":120,"delete":1.5}"""
                + ""","retainOnDelete":true,"ignoreChanges":["tags"],"replaceOnChanges":["name"]}"""));
    }

    [Test]
    public void Archive_OfTheSite_IsARelativePathWithPulumisSignature() =>
        Assert.That(JsonSerializer.Serialize(_states["site-bundle"].GetProperty("inputs").GetProperty("source")), Is.EqualTo(
            """{"4dabf18193072939515e22adb298388d":"c44067f5952c0a294b673a41bacd8c17","path":"../../artifacts/site.tar"}"""));

    [Test]
    public void Note_OfAPlan_IsADiagnosticThatIsNoWarning()
    {
        var graph = new ResourceGraph("infra", "prod", "eu-west-1", [_graph.Stack], _graph.Outputs) { Note = "read from a file" };

        Assert.That(
            JsonSerializer.Serialize(JsonDocument.Parse(PreviewJson.Of(graph)).RootElement.GetProperty("diagnostics")),
            Is.EqualTo("""[{"message":"read from a file","severity":"info"}]"""));
    }

    private static string NameOf(JsonElement step) => step.GetProperty("urn").GetString()!.Split("::")[^1];

    private static string[] Fields(JsonElement state) => [.. state.EnumerateObject().Select(field => field.Name)];
}
