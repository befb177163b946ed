namespace Infra.Cli.Tests.Checks;

/// <summary>A bad value for each control, put into a stack that passes it.</summary>
internal static partial class BreakingCases
{
    public static IEnumerable<ControlCase> All =>
    [
        .. Network, .. SecurityGroups, .. NetworkAcls, .. LoadBalancer, .. TargetGroups, .. Waf, .. Certificates,
        .. Ways, .. Watching, .. Sound, .. LaunchTemplate, .. Application, .. AutoScaling, .. Ceiling, .. Healing, .. Iam, .. Kms,
        .. S3, .. Sns,
        .. CloudWatch, .. Tags, .. Settings, .. Inputs, .. ByHand, .. Alarms, .. Grants, .. Dashboards, .. OwnCertificates, .. Parts,
        .. Elements, .. AlarmParts, .. AlarmsToLoad, .. NetworkToWeb, .. Several, .. Missing, .. LeftToAwsCases.Bad,
    ];
}
