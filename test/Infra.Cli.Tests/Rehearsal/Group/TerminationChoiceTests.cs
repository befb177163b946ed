using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Tests.Rehearsal.Group;

internal sealed class TerminationChoiceTests
{
    [Test]
    public void Choice_AmongEquals_IsTheOldest() =>
        Assert.That(Chosen(Server("i-1", "a", 1), Server("i-2", "b", 1)), Is.EqualTo("i-1"));

    [Test]
    public void Choice_AmongTemplates_IsTheOldestTemplate() =>
        Assert.That(Chosen(Server("i-1", "a", 2), Server("i-2", "b", 1)), Is.EqualTo("i-2"));

    [Test]
    public void Choice_WithAFullerZone_IsInThatZoneWhateverTheTemplate() =>
        Assert.That(Chosen(Server("i-1", "a", 1), Server("i-2", "b", 2), Server("i-3", "b", 2)), Is.EqualTo("i-2"));

    [Test]
    public void Choice_WithAnUnhealthyServer_IsThatOneWhateverTheZone()
    {
        var unhealthy = Server("i-1", "a", 2);
        unhealthy.IsUnhealthy = true;

        Assert.That(Chosen(unhealthy, Server("i-2", "b", 1), Server("i-3", "b", 1)), Is.EqualTo("i-1"));
    }

    private static string Chosen(params Server[] servers) => TerminationChoice.Among(servers).Id;

    private static Server Server(string id, string zone, int template) => new()
    {
        Id = id,
        Zone = zone,
        TemplateVersion = template,
        LaunchedAt = DateTimeOffset.UnixEpoch,
        InServiceAt = DateTimeOffset.UnixEpoch,
    };
}
