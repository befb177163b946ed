using Infra.Cli.Checks.Grants;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks.Grants;

/// <summary>Whose a stack is.</summary>
internal sealed class OwnAccountTests
{
    [Test]
    public async Task Account_OfAStack_IsThatOfItsLoadBalancer() =>
        Assert.That(OwnAccount.In(await RecordedStacks.Prod()), Is.EqualTo("123456789012"));

    [Test]
    public async Task Account_WithoutALoadBalancer_IsNobodys() => Assert.That(
        OwnAccount.In((await RecordedStacks.Prod()).Without(node => node.Type == TypeToken.LoadBalancer)), Is.Empty);
}
