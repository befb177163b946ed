namespace Infra.Settings.Catalogue;

internal static class ProtectionCatalogue
{
    public static BooleanSetting DeletionProtection { get; } = new()
    {
        Key = "deletionProtection",
        Default = "false",
        Effect = "Keeps the load balancer and the logs from being deleted: turn it off and deploy once before destroying the stack.",
    };
}
