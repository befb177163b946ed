using Infra.Applications;
using Infra.Common;
using Pulumi;

namespace Infra.Servers;

/// <summary>What the servers' role may read of what AWS keeps secret: the application's secrets, one by one, and no others.</summary>
internal static class SecretStatements
{
    // What the services encrypt is bound to what it belongs to:
    // https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html,
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/services-parameter-store.html and
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html.
    private static readonly (string Service, string Sid, string Context)[] Services =
    [
        ("ssm", "Parameters", "PARAMETER_ARN"),
        ("secretsmanager", "Secrets", "SecretARN"),
    ];

    public static IEnumerable<PolicyStatement> For(IReadOnlyList<ApplicationSecret> secrets, AwsAccount account) =>
        from service in Services
        let own = secrets.Where(secret => secret.Service == service.Service).ToArray()
        where own.Length > 0
        let arns = own.Select(secret => secret.Arn).Distinct().ToArray()
        from statement in new[]
        {
            new PolicyStatement
            {
                Sid = $"Read{service.Sid}",
                Actions = [own[0].ReadAction],
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
