using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Servers;

/// <summary>The launch template: what every server is like. A change makes a new version.</summary>
internal sealed class ServerTemplate : ComponentResource
{
    // Amazon Linux 2023 calls its root device so. Unless it is named here, the image's own mapping applies, unencrypted.
    private const string RootDevice = "/dev/xvda";

    // The provider takes these switches as text, where three values are possible: on, off, and the image's choice.
    private const string On = "true";
    private const string Off = "false";

    /// <summary>Makes the template.</summary>
    public ServerTemplate(string name, ServerTemplateArgs args, ComponentResourceOptions? options = null)
        : base("infra:servers:ServerTemplate", name, options)
    {
        var template = new LaunchTemplate($"{name}-template", new()
        {
            Description = "Web servers behind the load balancer",
            UpdateDefaultVersion = true,
            ImageId = args.ImageId,
            InstanceType = args.InstanceType,
            IamInstanceProfile = new LaunchTemplateIamInstanceProfileArgs { Arn = args.InstanceProfileArn },
            UserData = BootScript(args),
            EbsOptimized = EbsOptimization.IsOffered(args.InstanceType) ? (Input<string>)On : null,
            CreditSpecification = Credits(args.InstanceType),
            Monitoring = new LaunchTemplateMonitoringArgs { Enabled = true },
            MetadataOptions = new LaunchTemplateMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                HttpPutResponseHopLimit = 1,
                HttpProtocolIpv6 = "disabled",
            },
            BlockDeviceMappings = new LaunchTemplateBlockDeviceMappingArgs
            {
                DeviceName = RootDevice,
                Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
                {
                    VolumeType = "gp3",
                    VolumeSize = args.RootVolumeGiB!,
                    Encrypted = On,
                    DeleteOnTermination = On,
                },
            },
            // The security group stands here and not in vpcSecurityGroupIds, which excludes naming the interface; and only
            // on the interface can "no public address" be said.
            NetworkInterfaces = new LaunchTemplateNetworkInterfaceArgs
            {
                DeviceIndex = 0,
                AssociatePublicIpAddress = Off,
                DeleteOnTermination = On,
                SecurityGroups = args.SecurityGroupId,
            },
            TagSpecifications =
            {
                Tagged("instance", args),
                Tagged("volume", args),
                Tagged("network-interface", args),
            },
        }, new() { Parent = this });

        TemplateId = template.Id;
        Version = template.LatestVersion.Apply(version => version.ToString(CultureInfo.InvariantCulture));
        RegisterOutputs(new Dictionary<string, object?> { ["templateId"] = TemplateId, ["version"] = Version });
    }

    /// <summary>What the group launches servers from, with <see cref="Version"/>.</summary>
    public Output<string> TemplateId { get; }

    /// <summary>
    /// The number of its newest version. A group that follows <c>$Latest</c> instead sees no change, and so does not roll.
    /// </summary>
    public Output<string> Version { get; }

    private static Output<string> BootScript(ServerTemplateArgs args) =>
        Output.Tuple(Fetched(args.Site), Fetched(args.Application), LogGroup(args)).Apply(objects =>
        {
            var (site, application, logGroup) = objects;
            return Convert.ToBase64String(Encoding.UTF8.GetBytes(UserData.Render(new()
            {
                Region = args.Region,
                BucketName = site is [var bucket, ..] ? bucket : application[0],
                ObjectKey = site is [_, var key, ..] ? key : null,
                ObjectVersionId = site is [_, _, var version, _] ? version : null,
                SiteHash = site is [.., var hash] ? hash : null,
                Application = application is [_, var archive, var build, var content]
                    ? new(archive, build, content, args.ApplicationRun!, logGroup is [var name] ? name : null)
                    : null,
                HealthCheckPath = args.HealthCheckPath,
                Pages = args.Pages,
            })));
        });

    private static Output<ImmutableArray<string>> LogGroup(ServerTemplateArgs args) =>
        Output.All(new[] { args.LogGroupName }.OfType<Input<string>>());

    private static Output<ImmutableArray<string>> Fetched(SiteObject? fetched) => fetched is null
        ? Output.Create(ImmutableArray<string>.Empty)
        : Output.All(new[] { fetched.BucketName, fetched.Key, fetched.VersionId, fetched.Hash }.OfType<Input<string>>());

    // Default tags of the provider reach the template alone, not what is launched from it.
    private static Input<LaunchTemplateCreditSpecificationArgs>? Credits(string instanceType) =>
        CpuCredits.ModeOf(instanceType) is { } mode
            ? (Input<LaunchTemplateCreditSpecificationArgs>)new LaunchTemplateCreditSpecificationArgs { CpuCredits = mode }
            : null;

    private static LaunchTemplateTagSpecificationArgs Tagged(string resourceType, ServerTemplateArgs args) => new()
    {
        ResourceType = resourceType,
        Tags = new Dictionary<string, string>(args.Tags),
    };
}
