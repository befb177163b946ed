using System.Text.Json.Nodes;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Plan.Reading;
using Infra.Cli.Tests.Plan.Reading.Live;

namespace Infra.Cli.Tests.Drift;

/// <summary>A preview of a stack that runs, made with --refresh and --show-sames, and the state before it.</summary>
internal sealed class DriftFiles
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private readonly JsonObject _preview;

    public DriftFiles(ResourceGraph recorded)
    {
        var live = LiveStack.Of(recorded).Graph;
        _preview = JsonNode.Parse(new EngineFiles(live).UpdatePreview())!.AsObject();
        State = new EngineFiles(live).Export();
    }

    /// <summary>What the last deployment has left.</summary>
    public string State { get; }

    /// <summary>The preview as the engine writes it.</summary>
    public string Preview
    {
        get
        {
            _preview["changeSummary"] = new JsonObject(Steps.GroupBy(step => step!["op"]!.GetValue<string>())
                .Select(steps => KeyValuePair.Create(steps.Key, (JsonNode?)steps.Count())));
            return _preview.ToJsonString();
        }
    }

    /// <summary>The configuration in the preview.</summary>
    public JsonObject Config => _preview["config"]!.AsObject();

    /// <summary>The step of a resource.</summary>
    public JsonObject Step(string name) => Steps.Single(step => NameOf(step!) == name)!.AsObject();

    private JsonArray Steps => _preview["steps"]!.AsArray();

    /// <summary>The same with an update of a resource to another input.</summary>
    public DriftFiles Update(string name, string input, JsonNode value)
    {
        var step = Step(name);
        step["op"] = "update";
        step["newState"]!["inputs"]![input] = value;
        return this;
    }

    /// <summary>The same with an update of a resource in which somebody changed what there is.</summary>
    public DriftFiles Found(string name, string output, JsonNode value)
    {
        var step = Step(name);
        step["op"] = "update";
        step["oldState"]!["outputs"]![output] = value;
        return this;
    }

    /// <summary>The same with an update of a resource for an input that the program does not give.</summary>
    public DriftFiles Reason(string name, string input)
    {
        var step = Step(name);
        step["op"] = "update";
        step["diffReasons"] = new JsonArray(input);
        return this;
    }

    /// <summary>The same with a newer image of AWS's.</summary>
    public DriftFiles NewImage() => Update("fleet-launch-template", "imageId", "ami-0fedcba9876543210");

    /// <summary>The same with the group that starts from the template's next version.</summary>
    public DriftFiles NewVersion()
    {
        var step = Step("fleet-group");
        step["op"] = "update";
        step["newState"]!["inputs"]!["launchTemplate"]!["version"] = Unknown;
        return this;
    }

    /// <summary>The same without a resource that somebody deleted.</summary>
    public DriftFiles Gone(string name)
    {
        var step = Step(name);
        step["op"] = "create";
        step.Remove("oldState");
        step["newState"]!.AsObject().Remove("id");
        return this;
    }

    /// <summary>The same with another version of the provider.</summary>
    public DriftFiles NewProvider(string region = "eu-west-1")
    {
        Steps.Add(Provider("create", "newState", "7_99_0", region));
        Steps.Add(Provider("delete", "oldState", "7_41_0", "eu-west-1"));
        return this;
    }

    private static JsonObject Provider(string operation, string state, string version, string region)
    {
        var urn = $"urn:pulumi:prod::infra::pulumi:providers:aws::default_{version}";
        return new()
        {
            ["op"] = operation,
            ["urn"] = urn,
            [state] = new JsonObject
            {
                ["urn"] = urn,
                ["custom"] = true,
                ["type"] = "pulumi:providers:aws",
                ["inputs"] = new JsonObject { ["region"] = region, ["version"] = version.Replace('_', '.') },
            },
        };
    }

    private static string NameOf(JsonNode step) => step["urn"]!.GetValue<string>().Split("::")[^1];
}
