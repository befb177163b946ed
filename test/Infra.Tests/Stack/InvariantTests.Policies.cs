using System.Text.Json;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Who may do what.</summary>
public sealed partial class InvariantTests
{
    [Test]
    public void Policies_OfAnyKind_AllowNoActionOnEverythingUnlessAwsOffersNoOther()
    {
        // Agents register themselves by these; AWS knows no resource for them.
        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsessionmanagermessagegatewayservice.html
        string[] withoutResource = ["ssm:UpdateInstanceInformation", "ssmmessages:"];

        foreach (var (resource, statement) in Statements().Where(entry => entry.Statement.GetProperty("Effect").GetString() == "Allow"))
        {
            var actions = TextsOf(statement.GetProperty("Action")).ToList();
            var everything = statement.TryGetProperty("Resource", out var resources) && TextsOf(resources).Contains("*");
            var ownsTheKey = resource.Type == "aws:kms/key:Key";

            using (Assert.EnterMultipleScope())
            {
                Assert.That(actions, Has.None.EqualTo("*"), resource.ToString());
                if (everything && !ownsTheKey)
                {
                    Assert.That(
                        actions.All(action => withoutResource.Any(known => action.StartsWith(known, StringComparison.Ordinal))),
                        Is.True,
                        $"{resource}: {string.Join(", ", actions)}");
                }
            }
        }
    }

    private IEnumerable<(RecordedResource Resource, JsonElement Statement)> Statements() =>
        from resource in _cloud.Resources
        from input in new[] { "policy", "assumeRolePolicy", "policyDocument" }
        where resource.Has(input)
        from statement in JsonDocument.Parse(resource.Text(input)).RootElement.GetProperty("Statement").EnumerateArray()
        select (resource, statement);

    private static IEnumerable<string> TextsOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(item => item.GetString()!) : [element.GetString()!];
}
