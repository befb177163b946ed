using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>The table of references has what the stacks declare: in a recorded plan a reference is the value that it refers by.</summary>
public sealed class ReferenceInputsTests
{
    // What these say is a fact about the resource, not which one it is.
    private static readonly string[] Facts = ["certPem", "privateKeyPem", "publicKeyPem", "latestVersion", "ipv6CidrBlock", "publicIp"];

    [Test]
    [Category("Wide")]
    public void Table_HasEveryReferenceOfTheStacksAndNoOther()
    {
        var declared = PlanVariants.Cases.Select(test => test.Arguments)
            .SelectMany(arguments => PlanVariants.Of((string)arguments[0]!, (string)arguments[1]!))
            .SelectMany(References)
            .Distinct().OrderBy(entry => entry.Type, StringComparer.Ordinal).ThenBy(entry => entry.Reference.Path, StringComparer.Ordinal);

        var table = TypesOf(declared).SelectMany(type => ReferenceInputs.Of(type).Select(reference => (type, reference)));
        Assert.That(table, Is.EquivalentTo(declared), string.Join('\n', declared.Select(Line)));
    }

    // As the table has it, to be put there.
    private static string Line((string Type, ResourceReference Reference) entry) =>
        $"(TypeToken.{NameOf(entry.Type)}, new(\"{entry.Reference.Path}\", TypeToken.{NameOf(entry.Reference.Target)}"
        + $"{(entry.Reference.Output is { } output ? $", \"{output}\"" : "")})),";

    private static string NameOf(string type) =>
        typeof(TypeToken).GetFields().Single(field => type.Equals(field.GetRawConstantValue())).Name;

    private static IEnumerable<string> TypesOf(IEnumerable<(string Type, ResourceReference Reference)> declared) =>
        declared.Select(entry => entry.Type).Concat(ReferenceInputs.Types).Distinct();

    private static IEnumerable<(string Type, ResourceReference Reference)> References(ResourceGraph graph) =>
        from node in graph.Nodes
        from input in node.PropertyDependencies
        from leaf in Leaves(input.Key, node.Inputs.GetValueOrDefault(input.Key))
        from urn in input.Value
        let target = graph[urn]
        let output = By(target, leaf.Text)
        where output is not null
        select (node.Type, new ResourceReference(leaf.Path, target.Type, output is "" ? null : output));

    // The id, as an empty text, before outputs that are equal to it. An output that is an input refers to what the input refers to.
    private static string? By(ResourceNode target, string text) => target.Id == text
        ? ""
        : target.Outputs
            .Where(output => !target.Inputs.ContainsKey(output.Key) || target.PropertyDependencies.ContainsKey(output.Key))
            .Where(output => !Facts.Contains(output.Key) && text.Equals(output.Value))
            .Select(output => output.Key)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();

    private static IEnumerable<(string Path, string Text)> Leaves(string path, object? value) => value switch
    {
        string text => [(path, text)],
        ImmutableArray<object> items => items.SelectMany(item => Leaves($"{path}.*", item)),
        ImmutableDictionary<string, object> members => members.SelectMany(member => Leaves($"{path}.{member.Key}", member.Value)),
        _ => [],
    };
}
