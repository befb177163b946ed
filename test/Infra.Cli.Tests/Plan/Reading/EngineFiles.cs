using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Preview;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>
/// Writes a recorded stack as Pulumi's engine would write it before, while and after it is deployed: pkg/backend/display/json.go,
/// pkg/backend/display/events.go and pkg/resource/stack/deployment.go in pulumi/pulumi.
/// </summary>
internal sealed class EngineFiles(ResourceGraph graph)
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private const string ProviderId = "0d0e1f2a-1111-4222-8333-444455556666";

    private static readonly Dictionary<Change, string> Operations = new()
    {
        [Change.Created] = "create",
        [Change.Changed] = "update",
        [Change.Replaced] = "replace",
    };

    private readonly JsonObject _preview = JsonNode.Parse(PreviewJson.Of(graph))!.AsObject();

    /// <summary>Those of dev as delivered.</summary>
    public static EngineFiles Dev => new(PlanVariants.Of("dev", "").Single());

    /// <summary>What each kind of file is called, and how it is made.</summary>
    public static IReadOnlyDictionary<string, Func<EngineFiles, string>> Kinds { get; } = new Dictionary<string, Func<EngineFiles, string>>
    {
        ["first preview"] = files => files.FirstPreview(),
        ["preview of no change"] = files => files.UpdatePreview(),
        ["preview of a new launch template"] = files => files.UpdatePreview("fleet-launch-template"),
        ["events of a first preview"] = files => files.Events(isPreview: true),
        ["events of a deployment"] = files => files.Events(isPreview: false),
        ["batch of events"] = files => files.Batch(),
        ["export"] = files => files.Export(),
        ["export with secrets"] = files => files.Export(showsSecrets: true),
        ["checkpoint"] = files => files.Checkpoint(3),
        ["checkpoint of version 2"] = files => files.Checkpoint(2),
        ["checkpoint of version 1"] = files => files.Checkpoint(1),
    };

    /// <summary>Before the first deployment: nothing that AWS decides is known.</summary>
    public string FirstPreview() => Preview(
        Nodes.Select(node => Step("create", node, null, Pending(State(node)))), new() { ["create"] = graph.Nodes.Count });

    /// <summary>Before another deployment with <c>--show-sames</c>, in which one resource changes.</summary>
    public string UpdatePreview(string? changed = null)
    {
        var steps = Nodes.Select(node =>
        {
            var isChanged = node.Name == changed;
            var state = State(node);
            state.Remove("outputs");
            if (changed is not null && node.PropertyDependencies.Values.Any(urns => urns.Any(urn => graph[urn].Name == changed)))
                LatestVersions(state);
            return Step(isChanged ? "update" : "same", node, State(node), state);
        });
        return Preview(steps, changed is null
            ? new() { ["same"] = graph.Nodes.Count }
            : new() { ["same"] = graph.Nodes.Count - 1, ["update"] = 1 });
    }

    /// <summary>
    /// With <c>--show-sames</c> before this stack comes in place of the one that runs. What is replaced or new has no outputs yet.
    /// </summary>
    /// <param name="running">The one that runs.</param>
    /// <param name="changes">What becomes of the resources of both.</param>
    public string PreviewOver(EngineFiles running, IReadOnlyDictionary<string, Change> changes)
    {
        var steps = Nodes.Select(node =>
        {
            var former = running.Nodes.FirstOrDefault(other => other.Urn == node.Urn);
            var planned = Pending(State(node), IsMade);
            if (!IsMade(node.Urn) && former?.Id is { } id)
                planned["id"] = id;
            if (node.PropertyDependencies.Values.Any(urns => urns.Any(IsNewVersion)))
                LatestVersions(planned);
            var operation = former is null ? "create" : changes.TryGetValue(node.Urn, out var change) ? Operations[change] : "same";
            return Step(operation, node, former is null ? null : running.State(former), planned);
        });
        var goes = running.Nodes.Where(node => Nodes.All(other => other.Urn != node.Urn))
            .Select(node => running.Step("delete", node, running.State(node), null));
        List<JsonObject> all = [.. steps, .. goes];
        return Preview(all, new() { ["same"] = all.Count(step => step["op"]!.GetValue<string>() == "same") });

        bool IsMade(string urn) => changes.TryGetValue(urn, out var change) && change is Change.Created or Change.Replaced;

        bool IsNewVersion(string urn) => graph[urn].Type == TypeToken.LaunchTemplate && changes.ContainsKey(urn);
    }

    /// <summary>The log of a first deployment, or of its preview.</summary>
    public string Events(bool isPreview) => string.Concat(EventsOf(isPreview).Select(happened => $"{happened.ToJsonString()}\n"));

    /// <summary>What the engine sends to a server, several events at a time.</summary>
    public string Batch()
    {
        var events = EventsOf(isPreview: false).ToList();
        return string.Join('\n', events.Chunk(50).Select(chunk =>
            new JsonObject { ["events"] = new JsonArray([.. chunk.Select(happened => happened.DeepClone())]) }.ToJsonString()));
    }

    /// <summary>What <c>pulumi stack export</c> prints.</summary>
    public string Export(bool showsSecrets = false) =>
        new JsonObject { ["version"] = 3, ["deployment"] = Deployment(showsSecrets, 3) }.ToJsonString(Indented);

    /// <summary>A checkpoint in a bucket, of one of the versions that there have been.</summary>
    public string Checkpoint(int version)
    {
        var checkpoint = new JsonObject { ["stack"] = graph.StackName, ["latest"] = Deployment(false, version) };
        return (version == 1 ? checkpoint : new JsonObject { ["version"] = version, ["checkpoint"] = checkpoint }).ToJsonString(Indented);
    }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };

    private IReadOnlyList<ResourceNode> Nodes => graph.Nodes;

    private JsonObject Config => _preview["config"]!.DeepClone().AsObject();

    private string Provider => $"urn:pulumi:{graph.StackName}::{graph.ProjectName}::pulumi:providers:aws::default_7_0_0";

    private JsonObject State(ResourceNode node)
    {
        var index = graph.Nodes.ToList().IndexOf(node);
        var state = _preview["steps"]![index]!["newState"]!.DeepClone().AsObject();
        if (state["inputs"] is JsonObject inputs && node.IsCustom)
            WriteDefaults(node, inputs);
        if (node.IsCustom)
            state["provider"] = $"{Provider}::{ProviderId}";
        return state;
    }

    // The engine names what the program does not, and the provider has defaults of its own.
    private static void WriteDefaults(ResourceNode node, JsonObject inputs)
    {
        string[] names = ["name", "bucket"];
        var chosen = names.Where(name => node.Outputs.ContainsKey(name) && !node.Inputs.ContainsKey(name)).ToList();
        foreach (var name in chosen)
            inputs[name] = node.Output(name);
        inputs["aDefault"] = "of the provider";
        inputs["__defaults"] = new JsonArray([.. chosen.Append("aDefault").Select(name => JsonValue.Create(name))]);
    }

    private string Preview(IEnumerable<JsonObject> steps, JsonObject summary) => new JsonObject
    {
        ["config"] = Config,
        ["steps"] = new JsonArray([.. steps]),
        ["diagnostics"] = new JsonArray(new JsonObject { ["message"] = "a warning", ["severity"] = "warning" }),
        ["duration"] = 12345678,
        ["changeSummary"] = summary,
    }.ToJsonString(Indented);

    private JsonObject Step(string operation, ResourceNode node, JsonObject? old, JsonObject? @new)
    {
        // The stack registers its outputs when all is done.
        if (node == graph.Stack)
            @new?.Remove("outputs");

        var step = new JsonObject { ["op"] = operation, ["urn"] = node.Urn };
        if (node.IsCustom)
            step["provider"] = $"{Provider}::{Unknown}";
        if (old is not null)
            step["oldState"] = old;
        step["newState"] = @new;
        step["detailedDiff"] = null;
        return step;
    }

    // What comes from a resource that is still to be made, the engine knows as little as its id.
    private JsonObject Pending(JsonObject state) => Pending(state, _ => true);

    private JsonObject Pending(JsonObject state, Func<string, bool> isMade)
    {
        var node = graph[state["urn"]!.GetValue<string>()];
        state.Remove("id");
        state.Remove("outputs");
        foreach (var (input, urns) in node.PropertyDependencies)
        {
            if (state["inputs"]?[input] is { } value)
                state["inputs"]![input] = WithoutOutputs(value, [.. urns.Where(isMade).Select(urn => graph[urn])]);
        }

        return state;
    }

    private static JsonNode? WithoutOutputs(JsonNode? value, ResourceNode[] sources) => value switch
    {
        JsonArray items => new JsonArray([.. items.Select(item => WithoutOutputs(item, sources))]),
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, WithoutOutputs(member.Value, sources)))),
        JsonValue text when text.TryGetValue(out string? written) && written != "[secret]" && ComesFrom(written, sources) => Unknown,
        _ => value?.DeepClone(),
    };

    private static bool ComesFrom(string text, ResourceNode[] sources)
    {
        var decoded = EncodedText.Decode(text) ?? text;
        return sources.SelectMany(OutputsOf)
            .Any(output => output.Length > 3 ? decoded.Contains(output, StringComparison.Ordinal) : text == output);
    }

    private static IEnumerable<string> OutputsOf(ResourceNode source) => source.Outputs
        .Where(output => !source.Inputs.ContainsKey(output.Key) || source.PropertyDependencies.ContainsKey(output.Key))
        .Select(output => output.Value switch
        {
            string text => text,
            int or double => Convert.ToString(output.Value, System.Globalization.CultureInfo.InvariantCulture)!,
            _ => "",
        })
        .Where(output => output.Length > 0)
        .Append(source.Id!);

    private static void LatestVersions(JsonObject state)
    {
        if (state["inputs"]?["launchTemplate"]?["version"] is not null)
            state["inputs"]!["launchTemplate"]!["version"] = Unknown;
    }

    private IEnumerable<JsonObject> EventsOf(bool isPreview)
    {
        var sequence = 0;
        yield return Event("preludeEvent", new() { ["config"] = Config });
        yield return Event("diagnosticEvent", new() { ["message"] = "a warning", ["color"] = "never", ["severity"] = "warning" });
        foreach (var node in Nodes)
        {
            yield return Event("resourcePreEvent", Metadata(node, Pending(State(node)), isPreview));
            if (node != graph.Stack)
                yield return Event("resOutputsEvent", Metadata(node, isPreview ? Pending(State(node)) : State(node), isPreview));
        }

        yield return Event("resOutputsEvent", Metadata(graph.Stack, State(graph.Stack), isPreview));
        yield return Event("summaryEvent", new()
        {
            ["maybeCorrupt"] = false,
            ["durationSeconds"] = 12,
            ["resourceChanges"] = new JsonObject { ["create"] = Nodes.Count },
            ["isPreview"] = isPreview,
        });
        yield return Event("cancelEvent", []);

        JsonObject Event(string kind, JsonObject payload) =>
            new() { ["sequence"] = sequence++, ["timestamp"] = 1_764_000_000, [kind] = payload };
    }

    // An event has no dependencies, and a secret as an object.
    private static JsonObject Metadata(ResourceNode node, JsonObject state, bool isPreview)
    {
        string[] fields = ["type", "urn", "custom", "id", "parent", "protect", "retainOnDelete", "inputs", "outputs", "provider"];
        foreach (var field in state.Select(member => member.Key).Except(fields).ToList())
            state.Remove(field);
        state["inputs"] ??= new JsonObject();
        state["outputs"] ??= new JsonObject();
        state["id"] ??= "";
        state["parent"] ??= "";
        WithSecrets(state, _ => new() { [Signature] = SecretSignature, ["ciphertext"] = "[secret]" });
        return new()
        {
            ["metadata"] = new JsonObject
            {
                ["op"] = "create",
                ["urn"] = node.Urn,
                ["type"] = node.Type,
                ["old"] = null,
                ["new"] = state,
                ["detailedDiff"] = null,
                ["logical"] = true,
                ["provider"] = node.Provider ?? "",
            },
            ["planning"] = isPreview,
        };
    }

    private JsonObject Deployment(bool showsSecrets, int version)
    {
        var resources = new JsonArray([.. Nodes.Select(node => Saved(node, showsSecrets, version))]);
        resources.Insert(1, new JsonObject
        {
            ["urn"] = Provider,
            ["custom"] = true,
            ["id"] = ProviderId,
            ["type"] = "pulumi:providers:aws",
            ["inputs"] = new JsonObject { ["region"] = graph.Region },
            ["outputs"] = new JsonObject { ["region"] = graph.Region },
        });
        return new()
        {
            ["manifest"] = new JsonObject { ["time"] = "2026-11-27T00:00:00Z", ["magic"] = "abc", ["version"] = "v3.210.0" },
            ["secrets_providers"] = new JsonObject { ["type"] = "passphrase", ["state"] = new JsonObject { ["salt"] = "v1:abc" } },
            ["resources"] = resources,
            ["metadata"] = new JsonObject(),
        };
    }

    private JsonObject Saved(ResourceNode node, bool showsSecrets, int version)
    {
        var state = State(node);
        WithSecrets(state, path => showsSecrets
            ? new() { [Signature] = SecretSignature, ["plaintext"] = JsonSerializer.Serialize(Plain(node, path)) }
            : new() { [Signature] = SecretSignature, ["ciphertext"] = "v1:Zm9v:YmFy" });
        foreach (var field in version < 3 ? new[] { "propertyDependencies" } : [])
            state.Remove(field);
        if (version < 2)
            state.Remove("provider");
        return state;
    }

    private string Plain(ResourceNode node, string path)
    {
        var values = path.StartsWith("inputs.", StringComparison.Ordinal) ? node.Inputs : node.Outputs;
        return node == graph.Stack ? "a secret output" : values.GetValueOrDefault(path.Split('.')[1]) as string ?? "a secret within";
    }

    private static void WithSecrets(JsonObject state, Func<string, JsonObject> secret)
    {
        foreach (var part in new[] { "inputs", "outputs" })
        {
            if (state[part] is { } values)
                state[part] = Replaced(values, part, secret);
        }
    }

    private static JsonNode? Replaced(JsonNode? value, string path, Func<string, JsonObject> secret) => value switch
    {
        JsonArray items => new JsonArray([.. items.Select((item, index) => Replaced(item, $"{path}.{index}", secret))]),
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Replaced(member.Value, $"{path}.{member.Key}", secret)))),
        JsonValue text when text.TryGetValue(out string? written) && written == "[secret]" => secret(path),
        _ => value?.DeepClone(),
    };
}
