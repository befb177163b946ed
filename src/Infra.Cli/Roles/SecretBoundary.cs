using System.Text.Json.Nodes;
using Infra.Applications;
using Infra.Common;

namespace Infra.Cli.Roles;

/// <summary>What the boundary lets servers read of what AWS keeps secret: the secrets that the settings name, and no others.</summary>
internal static class SecretBoundary
{
    public static IEnumerable<JsonObject> Of(IReadOnlyList<ApplicationSecret> secrets, IReadOnlyDictionary<string, string> values)
    {
        if (secrets.Count == 0)
            yield break;

        var (partition, region, account) = (values["<partition>"], values["<region>"], values["<account>"]);
        yield return Statement(
            "ServersReadSecrets",
            secrets.Select(secret => secret.ReadAction),
            secrets.Select(secret => secret.Arn),
            new() { ["ArnLike"] = new JsonObject { ["ec2:SourceInstanceARN"] = $"arn:{partition}:ec2:{region}:{account}:instance/*" } });
        // The service asks for it in the server's name.
        yield return Statement(
            "ServersDecryptSecrets",
            ["kms:Decrypt"],
            [$"arn:{partition}:kms:{region}:{account}:key/*"],
            new()
            {
                ["StringEquals"] = new JsonObject
                {
                    ["kms:ViaService"] = Texts(
                        secrets.Select(secret => $"{secret.Service}.{region}.{Partition.Of(region).DnsSuffix}")),
                },
            });
    }

    private static JsonObject Statement(
        string sid, IEnumerable<string> actions, IEnumerable<string> resources, JsonObject condition) => new()
        {
            ["Sid"] = sid,
            ["Effect"] = "Allow",
            ["Action"] = Texts(actions),
            ["Resource"] = Texts(resources),
            ["Condition"] = condition,
        };

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Distinct().Select(text => (JsonNode)JsonValue.Create(text))]);
}
