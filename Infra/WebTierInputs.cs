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

    /// <summary>What the tier is made from.</summary>
    /// <param name="rootDirectory">The directory that the folders are in.</param>
    /// <exception cref="RunException">Anything is wrong; the message says all of it.</exception>
    public StackInputs Read(string rootDirectory)
    {
        CheckNetwork();
        return StackInputs.Read(new ConfigSource("", name, Texts()) { Title = Title }, region, rootDirectory);
    }

    /// <summary>What the tier takes from the program; what is known of it has been checked by <see cref="Read"/>.</summary>
    public GivenResources Given() => new()
    {
        VpcId = args.VpcId,
        PublicSubnetIds = Subnets(args.PublicSubnetIds, "publicSubnetIds"),
        PrivateSubnetIds = Subnets(args.PrivateSubnetIds, "privateSubnetIds"),
        HostedZoneId = Formed(args.HostedZoneId, CertificateTopic.HostedZoneId),
        CertificateArn = Formed(args.CertificateArn, CertificateTopic.CertificateArn),
        ImageId = args.ImageId is null ? null : (Input<string>)InputRules.Checked(args.ImageId, ProblemOfImage),
        PermissionsBoundaryArn = args.PermissionsBoundaryArn,
        AlarmEmail = Formed(args.AlarmEmail, MonitoringTopic.AlarmEmail),
    };

    private void CheckNetwork()
    {
        var subnets = new[] { args.PublicSubnetIds, args.PrivateSubnetIds };
        if (args.VpcId is null && subnets.Any(ids => InputRules.IsKnown(ids.ToOutput(), out var known) && known.Length > 0))
            throw new RunException($"{Title} has subnets and no vpcId: set it to the id of their VPC");

        if (args.VpcId is not null && (args.Zones ?? (object?)args.VpcCidr) is not null)
            throw new RunException($"{Title} has a vpcId: zones and vpcCidr are for a network of its own; take them out");
    }

    private Dictionary<string, string> Texts()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in typeof(WebTierArgs).GetProperties())
        {
            if (TextOf(property.GetValue(args)) is { } text)
                texts[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = text;
        }

        texts.Remove("region");
        Put(texts, CertificateTopic.HostedZoneId, args.HostedZoneId, CertificateTopic.HostedZoneId.Example!);
        Put(texts, CertificateTopic.CertificateArn, args.CertificateArn, SomeCertificate());
        Put(texts, MonitoringTopic.AlarmEmail, args.AlarmEmail, MonitoringTopic.AlarmEmail.Example!);

        // What a setting demands and only a network of one's own has.
        if (args.VpcId is not null)
            texts[NetworkTopic.Zones.Key] = JsonSerializer.Serialize(new[] { $"{region}a", $"{region}b" });

        return texts;
    }

    private static string? TextOf(object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        IEnumerable<string> list => JsonSerializer.Serialize(list),
        _ => null,
    };

    // Rules between settings ask what there is, and a value that is known later, or secret, is there: an example stands for it.
    private static void Put(Dictionary<string, string> texts, SettingDefinition setting, Input<string>? input, string example)
    {
        if (input is null)
            return;

        var output = input.ToOutput();
        var isSecret = Output.IsSecretAsync(output) is { IsCompletedSuccessfully: true, Result: true };
        texts[setting.Key] = !isSecret && InputRules.IsKnown(output, out var known) ? known : example;
    }

    private string SomeCertificate() =>
        $"arn:{Partition.Of(region).Name}:acm:{region}:111122223333:certificate/11111111-2222-3333-4444-555555555555";

    // Without the value, which may be secret.
    private static Input<string>? Formed(Input<string>? input, SettingDefinition setting) => input is null
        ? null
        : (Input<string>)InputRules.Checked(input, text => setting.Accepts(text) ? null : $"{setting.Key} must be {setting.Range}");

    private static string? ProblemOfImage(string id) => TextForms.IsImage(id) && MachineImage.Of(id).Id is not null
        ? null
        : $"imageId must be the id of an Amazon Linux 2023 image, such as ami-0123456789abcdef0, got '{id}'";

    private InputList<string> Subnets(InputList<string> ids, string input) => args.VpcId is null
        ? ids
        : InputRules.Checked<ImmutableArray<string>>(ids, known => known.Distinct().Count() >= LeastSubnets
            ? null
            : $"{input} must name at least {LeastSubnets} subnets of vpcId, in different zones: a load balancer takes no fewer");
}
