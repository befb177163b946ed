using Infra.Cli.Checks.Controls;

namespace Infra.Cli.Checks;

/// <summary>Every control there is.</summary>
/// <remarks>
/// Left out are controls of whole accounts (EBS encryption by default, VPC and snapshot block public access, GuardDuty, CloudTrail and
/// its alarms, Config): no stack may own what all stacks of an account share.
/// </remarks>
internal static class ControlCatalogue
{
    public static IReadOnlyList<ControlArea> Areas { get; } =
    [
        NetworkControls.Area,
        SecurityGroupControls.Area,
        NetworkAclControls.Area,
        EntryControls.Area,
        HopControls.Area,
        ExitControls.Area,
        EndpointPolicyControls.Area,
        WebServerControls.Area,
        LoadControls.Area,
        SoundControls.Area,
        LoadBalancerControls.Area,
        TargetGroupControls.Area,
        WafControls.Area,
        CertificateControls.Area,
        LaunchTemplateControls.Area,
        AutoScalingControls.Area,
        CeilingControls.Area,
        HealingControls.Area,
        IamControls.Area,
        KmsControls.Area,
        S3Controls.Area,
        SnsControls.Area,
        CloudWatchControls.Area,
        TagControls.Area,
        AlarmControls.Area,
        DashboardControls.Area,
        GrantControls.Area,
        DeliveryControls.Area,
        SettingsControls.Area,
        InputControls.Area,
        ByHandControls.Area,
    ];

    public static IEnumerable<Control> All => Areas.SelectMany(area => area.Controls);

    public static bool Has(string id) => All.Any(control => control.Id == id);
}
