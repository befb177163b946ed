using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

internal sealed class AttackTests
{
    private static IEnumerable<string> Stacks => DeployRole.All;

    [TestCaseSource(nameof(Stacks))]
    public async Task Attack_OfAnyKind_IsDenied(string stack)
    {
        var role = await DeployRole.Of(stack);
        var attacks = new Attacks(role).All.SelectMany(kind => kind.Value.Select(request => (kind.Key, request))).ToList();

        Assert.That(attacks, Has.Count.GreaterThan(1000));
        Assert.That(attacks.Where(attack => IamEvaluator.Allows(role.Statements, attack.request)), Is.Empty);
    }

    // A reader of the document shall not believe in more than there is.
    [TestCaseSource(nameof(Stacks))]
    public async Task Gap_ThatTheDocumentAdmits_IsThere(string stack)
    {
        var role = await DeployRole.Of(stack);

        Assert.That(new Attacks(role).Admitted.Where(request => !IamEvaluator.Allows(role.Statements, request)), Is.Empty);
    }
}
