using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Infra.Common;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Pulumi;

namespace Infra;

/// <summary>
/// Reads the arguments of a <see cref="WebTier"/>. They are named after the settings of a stack and have the same rules, so both are read
/// by one reader, and what is wrong is told in one message.
/// </summary>
internal sealed class WebTierInputs(string name, WebTierArgs args, string region)
{
    private const int LeastSubnets = 2;

    private string Title => $"WebTier {name}";

    // What a path of an upload begins at: https://www.pulumi.com/docs/iac/concepts/inputs-outputs/assets-archives/.
    private string ToProject => (args.ProjectDirectory ?? Path.GetRelativePath(Directory.GetCurrentDirectory(), RootDirectory))
        .Replace('\\', '/').TrimEnd('/');

    private string RootDirectory => args.ProjectDirectory ?? Deployment.Instance.RootDirectory;

    /// <summary>What the tier is made from.</summary>
    /// <exception cref="RunException">Anything is wrong; the message says all of it.</exception>
    public StackInputs Read()
    {
        CheckNetwork();
        return StackInputs.Read(Config(), region, RootDirectory);
    }

    /// <summary>What the tier takes from the program.</summary>
    public GivenResources Given() => new()
    {
        ToProject = ToProject,
        VpcId = args.VpcId,
        PublicSubnetIds = Subnets(args.PublicSubnetIds, "publicSubnetIds"),
        PrivateSubnetIds = Subnets(args.PrivateSubnetIds, "privateSubnetIds"),
        HostedZoneId = Made(args.HostedZoneId),
        CertificateArn = Made(args.CertificateArn),
        ImageId = Made(args.ImageId),
        PermissionsBoundaryArn = args.PermissionsBoundaryArn,
        AlarmEmail = Made(args.AlarmEmail),
    };

    private void CheckNetwork()
    {
        var subnets = new[] { args.PublicSubnetIds, args.PrivateSubnetIds };
        if (args.VpcId is null && subnets.Any(ids => InputRules.IsKnown(ids.ToOutput(), out var known) && !known.IsDefaultOrEmpty))
            throw new RunException($"{Title} has subnets and no vpcId: set it to the id of their VPC");

        if (args.VpcId is not null && (args.Zones is not null || args.VpcCidr is not null))
            throw new RunException($"{Title} has a vpcId: zones and vpcCidr are for a network of its own; take them out");
    }

    private ConfigSource Config()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var setting in SettingsCatalogue.All)
        {
            var value = typeof(WebTierArgs).GetProperty(PropertyOf(setting))?.GetValue(args);
            if (TextOf(setting, value) is { } text)
                texts[setting.Key] = text;
            if (value is Input<string> input && Output.IsSecretAsync(input.ToOutput()) is { IsCompletedSuccessfully: true, Result: true })
                secrets.Add(setting.Key);
        }

        // What a setting demands, and only a network of the tier's own has.
        if (args.VpcId is not null)
            texts[NetworkTopic.Zones.Key] = JsonSerializer.Serialize(new[] { $"{region}a", $"{region}b" });

        return new("", name, texts) { Title = Title, SecretKeys = secrets, Provider = ConfigSource.ProviderOfPulumi() };
    }

    private static string PropertyOf(SettingDefinition setting) => $"{char.ToUpperInvariant(setting.Key[0])}{setting.Key[1..]}";

    private string? TextOf(SettingDefinition setting, object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        IEnumerable<string> list => JsonSerializer.Serialize(list),
        Input<string> input => InputRules.IsWritten(input, out var written) ? written : SomeOf(setting),
        _ => null,
    };

    // What is made stays as it is, and AWS refuses a wrong one. What is written is a setting like any other.
    private static Input<string>? Made(Input<string>? input) =>
        input is not null && !InputRules.IsWritten(input, out _) ? input : null;

    // Rules between settings ask what there is, and what is made is there: an example stands for it.
    private string SomeOf(SettingDefinition setting) => setting == CertificateTopic.CertificateArn
        ? $"arn:{Partition.Of(region).Name}:acm:{region}:111122223333:certificate/11111111-2222-3333-4444-555555555555"
        : setting.Example!;

    private InputList<string> Subnets(InputList<string> ids, string input) => args.VpcId is null
        ? ids
        : InputRules.Checked<ImmutableArray<string>>(ids, known => known.Distinct().Count() >= LeastSubnets
            ? null
            : $"{input} must name at least {LeastSubnets} subnets of vpcId, in different zones: a load balancer takes no fewer");
}
