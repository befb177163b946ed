using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>Finds the statements of policies.</summary>
internal static class PolicyStatements
{
    // Who asks, or for whom. What it is done to, as aws:ResourceAccount says, is this account's anyway.
    private static readonly string[] Askers =
        ["aws:PrincipalAccount", "aws:PrincipalArn", "aws:SourceAccount", "aws:SourceArn", "aws:SourceOwner"];

    // The same of more than accounts, and from where.
    private static readonly string[] Callers =
        [.. Askers, "aws:PrincipalOrgID", "aws:SourceIp", "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce", "kms:CallerAccount"];

    /// <summary>The statements of the policies that refer to a resource.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="graph">The stack.</param>
    /// <param name="type">The policies' type.</param>
    /// <param name="reference">Their input that has the resource's id or ARN.</param>
    public static IReadOnlyList<DeclaredStatement> About(ResourceNode node, ResourceGraph graph, string type, string reference) =>
        [.. Expect.Companions(node, graph, type, reference).SelectMany(policy => DeclaredStatement.Of(policy, "policy"))];

    /// <summary>Whether a statement is for an account and its resources alone: by a test of who asks that names nobody else.</summary>
    public static bool IsKeptTo(this DeclaredStatement statement, string account) => statement.HasTest(condition =>
        Askers.Contains(condition.Key, StringComparer.OrdinalIgnoreCase)
        && condition.Value.Contains(account, StringComparison.Ordinal));

    /// <summary>
    /// Whether a statement lets in whoever asks: no test of it is for certain callers or networks. S3 tells public policies the same way:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html.
    /// </summary>
    public static bool IsOpen(this DeclaredStatement statement) =>
        statement is { IsAllow: true, IsForAnyone: true } && !statement.HasTest(condition =>
            Callers.Contains(condition.Key, StringComparer.OrdinalIgnoreCase) && IsCertain(condition.Value));

    // Of an ARN the account is enough, if it has one; a bucket's has none.
    private static bool IsCertain(string value) =>
        !OpenBlocks.IsOpen(value)
        && !PolicyPattern.HasWildcard(value.Split(':') is ["arn", _, _, _, { Length: > 0 } account, ..] ? account : value);
}
