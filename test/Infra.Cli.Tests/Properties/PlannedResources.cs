using System.Text.Json;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Preview;

namespace Infra.Cli.Tests.Properties;

/// <summary>The resources of a plan by URN, as <c>infra preview --json</c> prints them.</summary>
internal sealed class PlannedResources
{
    private readonly Dictionary<string, JsonElement> _states;

    private PlannedResources(string json) => _states = JsonDocument.Parse(json).RootElement.GetProperty("steps").EnumerateArray()
        .ToDictionary(step => step.GetProperty("urn").GetString()!, step => step.GetProperty("newState"));

    public IEnumerable<string> Urns => _states.Keys;

    public static PlannedResources Of(StackCase stack) => new(JsonOf(stack));

    public static string JsonOf(StackCase stack) => PreviewJson.Of(OfflineRun.RunAsync(stack.Configuration).GetAwaiter().GetResult());

    /// <summary>The type of a resource.</summary>
    public string TypeOf(string urn) => _states[urn].GetProperty("type").GetString()!;

    /// <summary>The inputs of a resource that differ, each by its type and name.</summary>
    public IEnumerable<(string Type, string Input)> Differences(PlannedResources other, string urn)
    {
        var (one, two) = (InputsOf(urn), other.InputsOf(urn));
        return one.Keys.Union(two.Keys)
            .Where(input => !one.ContainsKey(input) || !two.ContainsKey(input) || !JsonElement.DeepEquals(one[input], two[input]))
            .Select(input => (TypeOf(urn), input));
    }

    private Dictionary<string, JsonElement> InputsOf(string urn) => _states[urn].TryGetProperty("inputs", out var inputs)
        ? inputs.EnumerateObject().ToDictionary(input => input.Name, input => input.Value)
        : [];
}
