using System.Text.Json;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Tier;

/// <summary>Runs programs of others with a <see cref="WebTier"/> in them: there is no <see cref="WebStack"/>.</summary>
internal static class Tiers
{
    public static TestOptions Options => new()
    {
        ProjectName = "shop",
        StackName = "test",
        RootDirectory = Reference.Root,
        IsPreview = false,
    };

    /// <summary>The least that a tier needs.</summary>
    public static WebTierArgs Args => new() { Region = FakeAws.Region, Zones = ["eu-west-1a", "eu-west-1b"] };

    /// <summary>The least that it needs in a network that is there.</summary>
    public static WebTierArgs ArgsInVpc => new()
    {
        Region = FakeAws.Region,
        VpcId = "vpc-of-the-team",
        PublicSubnetIds = ["subnet-public-a", "subnet-public-b"],
        PrivateSubnetIds = ["subnet-private-a", "subnet-private-b"],
    };

    /// <summary>The inputs that say what a stack's settings say.</summary>
    public static WebTierArgs ArgsOf(ConfigSource config, string region)
    {
        var args = new WebTierArgs { Region = region };
        foreach (var setting in SettingsCatalogue.All.Where(setting => config.TextOf(setting) is { Length: > 0 }))
            PropertyOf(setting).SetValue(args, ValueOf(setting, config.TextOf(setting)!));

        return args;
    }

    public static Task<Recorded> Run(WebTierArgs args) => Run(options => _ = new WebTier("shop", args, options));

    /// <summary>What a program registers that makes a tier with the options that it gets.</summary>
    public static async Task<Recorded> Run(Action<ComponentResourceOptions> program, TestOptions? options = null)
    {
        var aws = new FakeAws();
        var recorder = new ResourceRecorder();
        await Deployment.TestAsync(
            aws, options ?? Options, () => program(new() { ResourceTransformations = { recorder.Transformation } }));
        return recorder.Join(aws);
    }

    /// <summary>What a program ends with that makes a tier.</summary>
    public static Task<string> Refusal(WebTierArgs args) => Refusal(() => _ = new WebTier("shop", args));

    public static async Task<string> Refusal(Action program)
    {
        var refusal = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new FakeAws(), Options, program));
        return refusal!.Message;
    }

    public static System.Reflection.PropertyInfo PropertyOf(SettingDefinition setting) =>
        typeof(WebTierArgs).GetProperties().SingleOrDefault(property => WireName(property.Name) == setting.Key)
        ?? throw new InvalidOperationException($"{nameof(WebTierArgs)} has no input {setting.Key}");

    public static string WireName(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    private static object ValueOf(SettingDefinition setting, string text) => setting.Kind switch
    {
        SettingKind.Boolean => text == "true",
        SettingKind.Integer => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        SettingKind.TextList => JsonSerializer.Deserialize<List<string>>(text)!,
        _ when PropertyOf(setting).PropertyType == typeof(Input<string>) => (Input<string>)text,
        _ => text,
    };
}
