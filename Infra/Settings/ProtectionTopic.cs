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
}
