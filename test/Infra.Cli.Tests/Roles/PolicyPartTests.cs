using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

/// <summary>
/// That each part of the policies has its use on some stack, and that the requests of the other tests would show its loss.
/// </summary>
internal sealed class PolicyPartTests
{
    [Test]
    public async Task Statement_ThatAllows_IsMissedByADeploymentWithoutIt()
    {
        HashSet<string> all = [], missed = [];
        foreach (var role in await RolesAsync())
        {
            var statements = Written(role).Where(statement => statement.Allows).ToList();
            all.UnionWith(statements.Select(statement => statement.Sid));
            missed.UnionWith(new DeploymentRequests(role).All()
                .Select(request => statements.Where(statement => IamEvaluator.Matches(statement, request)).ToList())
                .Where(allowing => allowing.Count == 1).Select(allowing => allowing[0].Sid));
        }

        Assert.That(string.Join('\n', all.Except(missed)), Is.Empty);
    }

    [Test]
    [Category("Slow")]
    public async Task Part_ThatIsLeftOut_LetsAnAttackThrough()
    {
        HashSet<string> all = [], missed = [];
        foreach (var role in await RolesAsync())
        {
            var attacks = new Attacks(role).All.SelectMany(kind => kind.Value).ToList();
            foreach (var (part, before, after) in Written(role).SelectMany(WithoutAPart).Where(one => !missed.Contains(one.Part)))
            {
                all.Add(part);
                var statements = role.Statements.Where(statement => statement.Sid != before.Sid).ToList();
                if (after is not null)
                    statements.Add(after);
                if (attacks.Any(attack => IamEvaluator.Allows(statements, attack)))
                    missed.Add(part);
            }
        }

        Assert.That(all, Has.Count.GreaterThan(80));
        Assert.That(string.Join('\n', all.Except(missed)), Is.Empty);
    }

    private static async Task<IReadOnlyList<DeployRole>> RolesAsync()
    {
        var roles = new List<DeployRole>();
        foreach (var stack in DeployRole.All)
            roles.Add(await DeployRole.Of(stack));
        return roles;
    }

    // Reading is as free as AWS lets it be.
    private static IReadOnlyList<RoleStatement> Written(DeployRole role) => role.StatementsOf(role.Policies.Except(["read"]));

    private static IEnumerable<(string Part, RoleStatement Before, RoleStatement? After)> WithoutAPart(RoleStatement statement)
    {
        if (!statement.Allows)
        {
            yield return (statement.Sid, statement, null);
            yield break;
        }

        if (statement.Resources is not ["*"])
            yield return ($"{statement.Sid} on its resources", statement, statement with { Resources = ["*"] });
        if (statement.Conditions.ValueKind == JsonValueKind.Undefined)
            yield break;

        foreach (var test in statement.Conditions.EnumerateObject())
        {
            foreach (var key in test.Value.EnumerateObject())
            {
                var left = JsonNode.Parse(statement.Conditions.GetRawText())!.AsObject();
                left[test.Name]!.AsObject().Remove(key.Name);
                yield return ($"{statement.Sid} by {test.Name} {key.Name}", statement,
                    statement with { Conditions = JsonSerializer.SerializeToElement(left) });
            }
        }
    }
}
