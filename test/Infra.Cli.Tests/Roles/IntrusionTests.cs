using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

/// <summary>Each line of the table <see cref="Intrusions"/>, on each stack.</summary>
internal sealed class IntrusionTests
{
    private static IEnumerable<TestCaseData> Table() => Intrusions.All.Select(one => new TestCaseData(one) { TestName = $"{{m}}({one})" });

    [TestCaseSource(nameof(Table))]
    public async Task Intrusion_OfTheTable_IsStopped(Intrusion intrusion)
    {
        foreach (var stack in DeployRole.All)
            Assert.That(intrusion.IsStopped(await DeployRole.Of(stack)), Is.True, stack);
    }

    [Test]
    public void Table_Always_HasMoreThanFortyLinesOfItsOwn()
    {
        var names = Intrusions.All.Select(one => one.Name).ToList();

        Assert.That(names, Has.Count.GreaterThan(40).And.Unique);
    }

    // So that a story is not stopped at a step that is written wrongly: up to the role that was made, all is allowed.
    [Test]
    public async Task Story_OfAMadeRole_IsStoppedOnlyByItsBoundary()
    {
        var role = await DeployRole.Of(DeployRole.Dev);
        var story = Intrusions.All.First(one => one.Name.StartsWith("the same: ", StringComparison.Ordinal)).Steps(new(role)).ToList();

        Assert.That(story[..^1].Where(step => !IamEvaluator.Allows(role.Statements, step.Asked)), Is.Empty);
        Assert.That(story[^1].By, Is.EqualTo(Actor.Made));
    }
}
