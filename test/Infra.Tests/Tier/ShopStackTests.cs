using System.Text.Json;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;
using Shop;

namespace Infra.Tests.Tier;

/// <summary>The program that docs/components.md shows works, and is what the document shows.</summary>
public sealed class ShopStackTests
{
    private const string Variable = "PULUMI_CONFIG";

    private static readonly Dictionary<string, string> Config = new()
    {
        ["aws:region"] = FakeAws.Region,
        ["shop:vpcId"] = "vpc-1",
        ["shop:publicSubnetIds"] = """["subnet-1","subnet-2"]""",
        ["shop:privateSubnetIds"] = """["subnet-3","subnet-4"]""",
        ["shop:hostedZoneId"] = "Z0123456789ABCDEFGHIJ",
        ["shop:alarmEmail"] = "shop@example.com",
        ["shop:databaseGroupId"] = "sg-database",
    };

    private string? _before;

    [SetUp]
    public void SetConfig()
    {
        _before = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, JsonSerializer.Serialize(Config));
    }

    [TearDown]
    public void ResetConfig() => Environment.SetEnvironmentVariable(Variable, _before);

    [Test]
    public async Task Program_OfATeam_HasATierInItsVpc()
    {
        var aws = new FakeAws();
        var resources = await Deployment.TestAsync<ShopStack>(aws, Tiers.Options);

        var stack = resources.OfType<ShopStack>().Single();
        Assert.That(await OutputUtilities.GetValueAsync(stack.Url), Is.EqualTo("https://shop.example.com"));
        Assert.That(Input(aws, "shop-web-servers", "vpcId"), Is.EqualTo("vpc-1"));
        Assert.That(Input(aws, "shop-to-database", "securityGroupId"), Is.EqualTo("shop-access-server-id"));
    }

    [Test]
    public async Task Email_ThatIsSecret_StaysSecret()
    {
        var recorded = await Tiers.Run(options =>
            _ = new WebTier("shop", Tiers.Args.With(it => it.AlarmEmail = Output.CreateSecret("shop@example.com")), options));

        var args = (Pulumi.Aws.Sns.TopicSubscriptionArgs)recorded.Single("aws:sns/topicSubscription:TopicSubscription").Args;
        Assert.That(await Output.IsSecretAsync(args.Endpoint.ToOutput()), Is.True);
    }

    [Test]
    public void Document_OfComponents_ShowsTheProgram()
    {
        var program = File.ReadAllText(Path.Combine(Repository.Root, "test", "Infra.Tests", "Tier", "ShopStack.cs"));
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "components.md"));

        Assert.That(document, Does.Contain($"```csharp\n{program}```\n"));
    }

    private static object Input(FakeAws aws, string name, string input) =>
        aws.Registered.Single(resource => resource.Name == name).Inputs[input];
}
