using Infra.Tests.Support;
using Pulumi.Testing;

namespace Infra.Tests.Stack;

/// <summary>What each component shows of itself in the console and in the state.</summary>
public sealed class ComponentOutputsTests
{
    [Test]
    public async Task Components_OfTheCommittedStacks_RegisterTheseOutputs()
    {
        var outputs = (await Stacks.Committed("dev")).Outputs.Concat((await Stacks.Committed("prod")).Outputs);

        Golden.Verify("component-outputs", string.Concat(outputs.Select(Line).Distinct().Order(StringComparer.Ordinal)));
    }

    /// <summary>The type and the names of the outputs: urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME.</summary>
    private static string Line(MockRegisterResourceOutputsRequest component) =>
        string.Join(
            ' ', component.Outputs.Keys.Order(StringComparer.Ordinal).Prepend($"{component.Urn.Split("::")[2].Split('$')[^1]}:"))
        + "\n";
}
