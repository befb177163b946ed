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
    [TestCaseSource(nameof(Stacks))]
    public async Task Action_ThatChanges_IsAskedForBySomeRequest(string stack)
    {
        var role = await DeployRole.Of(stack);
        var asked = new DeploymentRequests(role).All().Select(request => request.Action).ToHashSet();
        var untried = role.Statements.Where(statement => statement.Allows).SelectMany(statement => statement.Actions)
            .Where(action => !DeployRole.IsRead(action) && !asked.Contains(action)).Distinct();

        Assert.That(untried, Is.Empty);
    }
}
