using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Grants;

/// <summary>The account that a stack is in, as the ARNs of its resources say it.</summary>
internal static class OwnAccount
{
    /// <summary>Another account than any stack's.</summary>
    public const string Stranger = "210987654321";

    public static string Of(ResourceNode node) => node.Output("arn")!.Split(':')[4];

    // A bucket's ARN has no account.
    public static string In(ResourceGraph graph) => graph.OfType(TypeToken.LoadBalancer).Select(Of).FirstOrDefault() ?? "";
}
