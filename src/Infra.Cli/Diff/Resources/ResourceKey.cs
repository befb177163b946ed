using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Resources;

/// <summary>What a resource is called in any stack of the program: its URN without the stack and the project.</summary>
internal static class ResourceKey
{
    private const string Separator = "::";

    public static string Of(ResourceNode node) => Of(node.Urn);

    public static string Of(string urn) =>
        urn.Split(Separator, 3) is [_, _, var rest] ? rest : urn;
}
