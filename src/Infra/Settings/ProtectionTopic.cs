using Infra.Settings.Kinds;

namespace Infra.Settings;

internal static class ProtectionTopic
{
    public static SettingArea Area { get; } = new("Protection");

    public static BooleanSetting DeletionProtection { get; } = Area.Add(new BooleanSetting
    {
        Key = "deletionProtection",
        Default = "false",
        Effect = "Keeps the load balancer and the logs from being deleted: turn it off and deploy once before destroying the stack.",
        WhenChanged = LiveChange.InPlace,
    });

    public static TextSetting PermissionsBoundary { get; } = Area.Add(new TextSetting
    {
        Key = "permissionsBoundary",
        Default = "",
        WhenNotSet = "nothing limits what these roles could be given, and the pipelines' roles of docs/deploy-role.md can't make them",
        Form = "the name of an IAM policy, after its path if it has one: letters, digits and +=,.@_-, at most 128 of them in the name",
        MendOf = text => TextForms.IsPolicyName(text) ? null : "write the name alone, such as infra-prod-boundary, and not the ARN",
        Example = "infra-prod-boundary",
        Effect = "The managed policy of the account that is the permissions boundary of the servers' role and of that of the flow logs.",
        WhenChanged = LiveChange.InPlace,
    });
}
