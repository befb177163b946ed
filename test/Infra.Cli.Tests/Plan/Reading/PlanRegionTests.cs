using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>A plan's region is what its settings, its provider or its ARNs say, in this order.</summary>
public sealed class PlanRegionTests
{
    private const string Provider = "pulumi:providers:aws";
    private const string Bucket = "aws:s3/bucket:Bucket";

    [Test]
    public void Region_OfASetting_IsThat() =>
        Assert.That(Region("eu-west-1", Of(Provider, region: "eu-west-2")), Is.EqualTo("eu-west-1"));

    [Test]
    public void Region_OfAProvider_IsThat() => Assert.That(
        Region(null, Of(Bucket, arn: "arn:aws:sns:eu-west-3:1:a"), Of(Provider), Of(Provider, region: "eu-west-2")),
        Is.EqualTo("eu-west-2"));

    [Test]
    public void Region_OfAResourceThatIsNoProvider_IsNotAsked() =>
        Assert.That(Region(null, Of(Bucket, region: "eu-west-2", arn: "arn:aws:sns:eu-west-3:1:a")), Is.EqualTo("eu-west-3"));

    // Those of buckets and roles name none.
    [Test]
    public void Region_OfArns_IsThatOfTheFirstThatNamesOne() => Assert.That(
        Region(null, Of(Bucket), Of(Bucket, arn: "arn:aws:s3:::site"), Of(Bucket, arn: "arn:aws:sns:eu-west-3:1:a")),
        Is.EqualTo("eu-west-3"));

    [Test]
    public void Region_OfNothingThatTells_IsRefused([Values("arn:aws:s3:::site", "web:aws:sns:eu-west-3", "arn:aws:sns")] string arn) =>
        Assert.That(() => Region(null, Of(Bucket, arn: arn)), Throws.TypeOf<FormatException>().With.Message.StartsWith("tells no region"));

    private static string Region(string? setting, params ReadResource[] resources) => PlanRegion.Of(
        new(PlanKind.State, resources, null),
        setting is null ? new Dictionary<string, ConfigValue>() : new() { ["aws:region"] = new(setting) });

    private static ReadResource Of(string type, string? region = null, string? arn = null) => new()
    {
        Urn = $"urn:pulumi:prod::infra::{type}::one",
        Type = type,
        IsCustom = true,
        Inputs = With("region", region),
        Outputs = With("arn", arn),
    };

    private static ImmutableDictionary<string, object> With(string key, string? value) =>
        value is null ? [] : ImmutableDictionary<string, object>.Empty.Add(key, value);
}
