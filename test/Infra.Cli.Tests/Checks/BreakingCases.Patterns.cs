namespace Infra.Cli.Tests.Checks;

/// <summary>Policies that say by wildcards what others say outright.</summary>
internal static partial class BreakingCases
{
    // Of the context by which the server decrypts.
    private const string DatabaseSecret = "PARAMETER_ARN\":[\"arn:aws:ssm:eu-west-1:111122223333:parameter/web/db\"]";

    private const string SiteFile = "arn:aws:s3:::site-storage-bucket-9e805a0/site.tar";

    private static IEnumerable<ControlCase> Patterns =>
    [
        .. new[] { "**", "*:*", "?*:*" }.Select(all => Doing("policy-no-admin", all) with { Also = ["policy-no-escalation"] }),
        .. new[] { "s3:**", "s3:?*" }.Select(all => Doing("policy-no-service-wildcard", all)),
        .. new[] { "iam:Pass?ole", "iam:*Role", "*:PassRole", "*m:Put*Policy", "STS:assume*" }
            .Select(some => Doing("policy-no-escalation", some)),
        .. new[] { "**", "arn:*", "arn:aws:*", "arn:aws:*:*:*:*" }.Select(all => new ControlCase("policy-scoped", all, stack =>
            stack.Replace(ServerPolicy, "policy", SiteFile, all))),
        .. new[] { "key/*", "key/?*", "*" }.Select(keys => new ControlCase("policy-kms-scoped", keys, stack =>
            stack.Replace(ServerPolicy, "policy", ReadSite, "\"kms:Decrypt\"").Replace(
                ServerPolicy, "policy", SiteFile, $"arn:aws:kms:eu-west-1:123456789012:{keys}"))),
    ];

    private static IEnumerable<ControlCase> ContextsOfSecrets =>
    [
        Context("none", "kms:EncryptionContext:PARAMETER_ARN", "kms:EncryptionContextKeys"),
        Context("anything", DatabaseSecret, "PARAMETER_ARN\":[\"*\"]"),
        Context("one secret or anything", DatabaseSecret, DatabaseSecret.Replace("]", ",\"*\"]", StringComparison.Ordinal)),
        Context("if there is one", "\"StringEquals\":{\"kms:ViaService\":[\"ssm", "\"StringEqualsIfExists\":{\"kms:ViaService\":[\"ssm"),
    ];

    private static ControlCase Doing(string control, string action) =>
        new(control, $"action {action}", stack => stack.Replace(ServerPolicy, "policy", ReadSite, $"\"{action}\""));

    private static ControlCase Context(string what, string old, string replacement) =>
        new("policy-kms-scoped", $"by the context of {what}", stack => stack.Replace(ServerPolicy, "policy", old, replacement))
        {
            Stack = RecordedStacks.Application,
        };
}
