using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Pulumi;

namespace Infra.Cli.Preview;

/// <summary>A resource as it will stand in Pulumi's state: <c>apitype.ResourceV3</c>, whose empty fields are left out.</summary>
/// <remarks>
/// The aliases that SDKs give are not in it: the engine writes only the one by which it found the resource in an earlier state
/// (pkg/resource/deploy/step_generator.go in pulumi/pulumi), and here is none.
/// </remarks>
internal static class ResourceState
{
    public static void Write(Utf8JsonWriter json, ResourceNode node, IReadOnlyDictionary<string, object> outputs)
    {
        json.WriteStartObject();
        json.WriteString("urn", node.Urn);
        json.WriteBoolean("custom", node.IsCustom);
        if (node.Id is not null)
            json.WriteString("id", node.Id);
        json.WriteString("type", node.Type);
        WriteProperties(json, "inputs", node.Inputs);
        WriteProperties(json, "outputs", outputs);
        if (node.Parent is not null)
            json.WriteString("parent", node.Parent);
        WriteFlag(json, "protect", node.Options.Protect);
        WriteTexts(json, "dependencies", node.Dependencies);
        if (node.Provider is not null)
            json.WriteString("provider", node.Provider);
        WritePropertyDependencies(json, node.PropertyDependencies);
        WriteTexts(json, "additionalSecretOutputs", node.Options.AdditionalSecretOutputs);
        WriteTimeouts(json, node.Options.CustomTimeouts);
        WriteFlag(json, "retainOnDelete", node.Options.RetainOnDelete);
        WriteTexts(json, "ignoreChanges", node.Options.IgnoreChanges);
        WriteTexts(json, "replaceOnChanges", node.Options.ReplaceOnChanges);
        if (node.Options.ReplacementTrigger is { } trigger)
            json.WriteString("replacementTrigger", trigger);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, string field, IReadOnlyDictionary<string, object> properties)
    {
        if (properties.Count == 0)
            return;

        json.WritePropertyName(field);
        PropertyValue.WriteMembers(json, properties);
    }

    private static void WriteFlag(Utf8JsonWriter json, string field, bool isSet)
    {
        if (isSet)
            json.WriteBoolean(field, true);
    }

    private static void WriteTexts(Utf8JsonWriter json, string field, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
            return;

        json.WriteStartArray(field);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WritePropertyDependencies(
        Utf8JsonWriter json, ImmutableSortedDictionary<string, ImmutableArray<string>> dependencies)
    {
        if (dependencies.IsEmpty)
            return;

        json.WriteStartObject("propertyDependencies");
        foreach (var (input, urns) in dependencies)
            WriteTexts(json, input, urns);
        json.WriteEndObject();
    }

    private static void WriteTimeouts(Utf8JsonWriter json, CustomTimeouts? timeouts)
    {
        if (timeouts is null)
            return;

        json.WriteStartObject("customTimeouts");
        WriteSeconds("create", timeouts.Create);
        WriteSeconds("update", timeouts.Update);
        WriteSeconds("delete", timeouts.Delete);
        json.WriteEndObject();

        void WriteSeconds(string operation, TimeSpan? timeout)
        {
            if (timeout is { } set)
                json.WriteNumber(operation, set.TotalSeconds);
        }
    }
}
