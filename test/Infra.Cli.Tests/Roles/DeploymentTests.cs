using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

/// <summary>That all that a deployment calls gets through, with the tags that its resources bear at that moment.</summary>
internal sealed class DeploymentTests
{
    private static IEnumerable<string> Stacks => DeployRole.All;

    [TestCaseSource(nameof(Stacks))]
    public async Task Request_OfADeployment_IsAllowed(string stack)
    {
        var role = await DeployRole.Of(stack);
        var requests = new DeploymentRequests(role).All();

        Assert.That(requests, Has.Count.GreaterThan(400));
        Assert.That(requests.Where(request => !IamEvaluator.Allows(role.Statements, request)), Is.Empty);
    }

    // So no action gets in whose conditions nobody has tried.
    [Test]
    public async Task Action_ThatChanges_IsAskedForBySomeRequest()
    {
        HashSet<string> allowed = [], asked = [];
        foreach (var stack in Stacks)
        {
            var role = await DeployRole.Of(stack);
            allowed.UnionWith(role.Statements.Where(statement => statement.Allows).SelectMany(statement => statement.Actions));
            asked.UnionWith(new DeploymentRequests(role).All().Select(request => request.Action));
        }

        Assert.That(allowed.Where(action => !DeployRole.IsRead(action)).Except(asked), Is.Empty);
    }
}
