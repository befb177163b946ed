using Infra.Applications;
using Infra.Common;
using Pulumi;

namespace Infra.Servers;

/// <summary>What the servers' role may read of what AWS keeps secret: the application's secrets, one by one, and no others.</summary>
internal static class SecretStatements
{
    // What the services encrypt with is bound to what it belongs to: https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html,
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/services-parameter-store.html and
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html.
    private static readonly (string Service, string Sid, string Action, string Context)[] Services =
    [
        ("ssm", "Parameters", "ssm:GetParameter", "PARAMETER_ARN"),
        ("secretsmanager", "Secrets", "secretsmanager:GetSecretValue", "SecretARN"),
    ];

    public static IEnumerable<PolicyStatement> For(IReadOnlyList<ApplicationSecret> secrets, AwsAccount account) =>
        from service in Services
        let arns = secrets.Where(secret => secret.Service == service.Service).Select(secret => secret.Arn).Distinct().ToArray()
        where arns.Length > 0
        from statement in new[]
        {
            new PolicyStatement
            {
                Sid = $"Read{service.Sid}",
                Actions = [service.Action],
                Resources = [.. arns.Select(arn => (Input<string>)arn)],
            },
            Decrypt(service.Sid, service.Service, service.Context, arns, account),
        }
        select statement;

    // For those that are encrypted with a key of the account's own; AWS's keys of the two services need no such statement.
    private static PolicyStatement Decrypt(string sid, string service, string context, string[] arns, AwsAccount account) => new()
    {
        Sid = $"Decrypt{sid}",
        Actions = ["kms:Decrypt"],
        Resources = [account.Arn("kms", "key/*")],
        OneOf = new Dictionary<string, IReadOnlyList<string>>
        {
            ["kms:ViaService"] = [$"{service}.{account.Region}.{Partition.Of(account.Region).DnsSuffix}"],
            [$"kms:EncryptionContext:{context}"] = arns,
        },
    };
}
