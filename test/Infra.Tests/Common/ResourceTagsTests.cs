using System.Collections.Immutable;
using Infra.Common;
using Infra.Tests.Support;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Tests.Common;

public sealed class ResourceTagsTests
{
    [Test]
    public async Task Tags_OfWhatTakesThem_AreTheNameAndTheCommonOnes() =>
        Assert.That(Tags(await Run(options => _ = new Aws.Sns.Topic("alerts", null, options))), Is.EqualTo(
            ["Environment=dev", "ManagedBy=Pulumi", "Name=alerts", "Project=shop"]));

    [Test]
    public async Task Tags_ThatAResourceSetsItself_Win() =>
        Assert.That(
            Tags(await Run(options => _ = new Aws.Sns.Topic("alerts", new() { Tags = { ["Name"] = "mine", ["Team"] = "web" } }, options))),
            Is.EqualTo(["Environment=dev", "ManagedBy=Pulumi", "Name=mine", "Project=shop", "Team=web"]));

    [Test]
    public async Task Tags_OfAnAutoScalingGroup_AreLeftToIt()
    {
        var group = await Run(options => _ = new Aws.AutoScaling.Group("fleet", new() { MinSize = 1, MaxSize = 3 }, options));

        Assert.That(group.Has("tags"), Is.False);
    }

    [Test]
    public void With_MoreTags_HasThemAndKeepsItsOwn() => Assert.That(
        new ResourceTags("shop", "dev").With(new Dictionary<string, string> { ["Project"] = "other", ["Team"] = "web" }).Common,
        Is.EquivalentTo(new Dictionary<string, string>
        {
            ["Project"] = "shop",
            ["Environment"] = "dev",
            ["ManagedBy"] = "Pulumi",
            ["Team"] = "web",
        }));

    private static IEnumerable<string> Tags(RecordedResource resource) =>
        ((ImmutableDictionary<string, object>)resource.Value("tags")).Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);

    /// <summary>The resource that is made with the tags of the stack dev of a project shop.</summary>
    private static async Task<RecordedResource> Run(Action<CustomResourceOptions> create)
    {
        var tags = new ResourceTags("shop", "dev");
        var recorded = await Cloud.Run(options =>
        {
            var own = new CustomResourceOptions();
            own.ResourceTransformations.AddRange(options.ResourceTransformations);
            own.ResourceTransformations.Add(tags.Apply);
            create(own);
        });
        return recorded.Resources.Single();
    }
}
