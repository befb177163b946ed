using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;

namespace Infra.Cli.Tests.Plan;

/// <summary>Stacks of a few resources that were never recorded: a test of one rule needs no more.</summary>
internal static class SmallStack
{
    public static ResourceGraph Of(params ResourceNode[] nodes) => new(
        "infra", "s", "eu-west-1", [Node(TypeToken.Stack, "infra-s"), .. nodes], ImmutableSortedDictionary<string, object>.Empty);

    /// <summary>A resource of which a name tells the id, <c>name-id</c>, and the ARN, <c>arn:name</c>.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">The members of a JSON object, with <c>'</c> for quotes.</param>
    /// <param name="outputs">What it has besides, the same way.</param>
    public static ResourceNode Node(string type, string name, string inputs = "", string outputs = "") => new()
    {
        Urn = $"urn:pulumi:s::infra::{type}::{name}",
        Type = type,
        Name = name,
        IsCustom = true,
        Id = $"{name}-id",
        Inputs = Members(inputs),
        Outputs = Members(outputs).SetItem("arn", $"arn:{name}").SetItem("name", name),
        Options = new(),
    };

    private static ImmutableDictionary<string, object> Members(string members)
    {
        var text = $"{{'all': {{{members}}}}}".Replace('\'', '"');
        using var document = JsonDocument.Parse(text);
        return new PropertyReader().Members(document.RootElement, "all");
    }
}
