using System.Text.Json;
using Infra.Tests.Settings;
using Infra.Tests.Support;
using Infra.Tests.Tier;

namespace Infra.Tests.Stack;

/// <summary>The tags of <c>aws:defaultTags</c> are on everything that can have tags, and once.</summary>
public sealed class DefaultTagsReachTests
{
    private const string Group = "aws:autoscaling/group:Group";

    private static readonly Dictionary<string, string> Provider = new()
    {
        ["defaultTags"] = """{"tags":{"Owner":"web-team","CostCenter":"4711"}}""",
    };

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Stack_WithDefaultTags_HasThemWhereItHasItsOwn(string stack)
    {
        var (config, region) = ProjectFiles.ConfigOf(stack);

        AssertTagged((await Stacks.Run(config with { Provider = Provider }, region)).Recorded);
    }

    [Test]
    public async Task Tier_OfATeamsProgram_HasThemToo()
    {
        var before = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", JsonSerializer.Serialize(
            new Dictionary<string, string> { ["aws:region"] = FakeAws.Region, ["aws:defaultTags"] = Provider["defaultTags"] }));
        try
        {
            AssertTagged(await Tiers.Run(Tiers.Args));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", before);
        }
    }

    private static void AssertTagged(Recorded cloud)
    {
        var tagged = cloud.Resources.Where(one => one.Has("tags") && one.Type != Group).ToList();
        var launched = cloud.Single("aws:ec2/launchTemplate:LaunchTemplate");
        var onServers = cloud.Single(Group);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tagged, Has.Count.GreaterThan(20));
            Assert.That(tagged.Where(one => one.Text("tags.Owner") != "web-team" || one.Text("tags.CostCenter") != "4711"), Is.Empty);
            foreach (var specification in Enumerable.Range(0, 3))
                Assert.That(launched.Text($"tagSpecifications.{specification}.tags.Owner"), Is.EqualTo("web-team"));
            Assert.That(
                onServers.List("tags").Select((_, at) => onServers.Text($"tags.{at}.key")),
                Is.EquivalentTo(["Project", "Environment", "ManagedBy", "Owner", "CostCenter"]));
        }
    }
}
