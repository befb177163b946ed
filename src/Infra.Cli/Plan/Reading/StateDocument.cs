using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

/// <summary>
/// Reads <c>pulumi stack export</c> and checkpoints, of all versions: <c>UntypedDeployment</c> and <c>VersionedCheckpoint</c> in
/// sdk/go/common/apitype/core.go in pulumi/pulumi.
/// </summary>
internal static class StateDocument
{
    // Before its first deployment a stack has null for one.
    public static bool Is(JsonElement document) => Deployment(document) is not null
        || (document.TryGetProperty("deployment", out var none) && none.ValueKind == JsonValueKind.Null);

    /// <exception cref="FormatException">It is none.</exception>
    public static PlanContents Read(JsonElement document)
    {
        var properties = new PropertyReader();
        var reader = new ResourceReader(properties);
        if (Deployment(document) is not { } deployment || !deployment.TryGetProperty("resources", out var resources))
            throw new FormatException("has a state without resources, since nothing of the stack is deployed");

        return resources.ValueKind == JsonValueKind.Array
            ? new(PlanKind.State, [.. resources.EnumerateArray().Select(reader.Read)], Configuration: null)
            {
                Secrets = properties.Secrets,
                BrokenOff = [.. BrokenOff(deployment, reader)],
            }
            : throw new FormatException("has a state whose resources are no list");
    }

    // Whether what was being created is there, only AWS knows.
    private static IEnumerable<OtherResource> BrokenOff(JsonElement deployment, ResourceReader reader) =>
        deployment.TryGetProperty("pending_operations", out var operations) && operations.ValueKind == JsonValueKind.Array
            ? from operation in operations.EnumerateArray()
              where operation.ValueKind == JsonValueKind.Object
              let resource = reader.Read(operation, "resource")
              where resource is not null
              select new OtherResource(
                  resource.Type,
                  resource.Name,
                  $"is not known for sure: a deployment broke off while {ResourceReader.Text(operation, "type") ?? "changing"} it")
            : [];

    // Version 1 of a checkpoint had no envelope.
    private static JsonElement? Deployment(JsonElement document) =>
        Member(document, "deployment")
            ?? Member(Member(document, "checkpoint"), "latest")
            ?? Member(document, "latest");

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var member)
            && member.ValueKind == JsonValueKind.Object
            ? member
            : null;
}
