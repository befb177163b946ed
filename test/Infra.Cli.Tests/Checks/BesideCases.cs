using Infra.Cli.Checks.Controls;
using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>Stacks that have nothing that a control is about, although they have what looks like it.</summary>
internal static class BesideCases
{
    private const string Group = "fleet-group";
    private const string Template = "fleet-launch-template";
    private const string Tracking = "targetTrackingConfiguration";

    public static IEnumerable<ControlCase> All => [.. Entrance, .. Names, .. Fleet, .. Watching, .. Settings];

    private static IEnumerable<ControlCase> Entrance =>
    [
        new("acl-path-mtu", "no subnet has an ACL", WithoutAcls),
        new("acl-both-ports", "no subnet has an ACL", WithoutAcls),
        new("sound-acl-subnets", "no ACL", stack => stack.Without(node => node.Type == TypeToken.NetworkAcl)),
        new("alb-waf", "internal", stack => stack.Set("web-alb", "internal", true)),
        new("way-internet-route", "internal", stack => stack.Set("web-alb", "internal", true)),
        new("exit-nat", "no gateway", stack => stack),
        new("alb-cross-zone", "an application load balancer", stack => stack),
        new("alb-redirect-keeps-address", "forwards", stack => stack.Set("web-http", "defaultActions", List(Map(("type", "forward"))))),
    ];

    private static IEnumerable<ControlCase> Names =>
    [
        new("way-names", "no address record", stack => stack.Without("alias-ipv4").Without("alias-ipv6")),
        new("dns-alias", "no address record", stack => stack.Set("alias-ipv4", "type", "TXT").Set("alias-ipv6", "type", "TXT")),
        new("key-rotation", "of another kind", stack => stack.Set("alerts-key", "customerMasterKeySpec", "RSA_2048")),
        new("role-trust-account", "EC2's roles alone", stack => stack.Without("net-flow-logs-role")),
        new("role-trust-account", "EC2's roles alone, in China", stack => stack.Without("net-flow-logs-role").Replace(
            "fleet-identity-role", "assumeRolePolicy", "ec2.amazonaws.com", "ec2.amazonaws.com.cn")),
        new("certificate-key-secret", "no key of its own", stack => stack),
        .. from control in new[] { "certificate-validated", "certificate-transparency", "certificate-no-wildcard" }
           select new ControlCase(control, "imported", stack => stack.Set("cert-issued", "domainName", null)),
    ];

    private static IEnumerable<ControlCase> Fleet =>
    [
        .. from control in new[] { "alarms-roll", "ceiling-roll", "healing-roll-in-turn", "sound-roll" }
           select new ControlCase(control, "no roll", stack => stack.Set(Group, "instanceRefresh", null)),
        new("healing-roll-on", "no checkpoints", stack =>
            stack.Set(Group, "instanceRefresh.preferences.checkpointPercentages", null)),
        new("healing-pinned-version", "no launch template", stack => stack.Set(Group, "launchTemplate", null)),
        new("hop-template", "several types", stack => stack.Set(Group, "mixedInstancesPolicy", Map())),
        .. from control in new[] { "load-metric", "load-target" }
           select new ControlCase(control, "in steps", stack => stack
               .Set("fleet-scaling-cpu", Tracking, null).Set("fleet-scaling-requests", Tracking, null)),
        new("server-ebs-optimized", "a type that has none", stack => stack.Set(Template, "instanceType", "t2.micro")),
        new("server-credits", "a type without credits", stack => stack.Set(Template, "instanceType", "m7g.medium")),
        new("server-credits", "no type", stack => stack.Set(Template, "instanceType", null)),
        new("web-site", "an application alone", stack => stack) { Stack = RecordedStacks.ApplicationAlone },
        new("server-no-secrets", "no boot script", stack => stack.Set(Template, "userData", null)),
    ];

    private static IEnumerable<ControlCase> Watching =>
    [
        new("alarms-complete", "no load balancer", stack => stack.Without("web-alb")),
        new("alarms-complete", "no target group", stack => stack.Without("web-servers")),
        new("alarms-complete", "no group", stack => stack.Without(Group)),
        .. from resource in new[] { "web-alb", "web-servers", Group }
           select new ControlCase("alarms-complete", $"two of {resource}", stack => stack.Twice(resource)),
        new("dashboard-there", "no alarm", stack => stack.Without(node => node.Type == TypeToken.MetricAlarm)),
    ];

    private static IEnumerable<ControlCase> Settings =>
    [
        new("settings-promises", "no promise", stack => stack.WithOutput("secondsToNoticeSickServer", null)),
        .. from control in SettingsControls.Area.Controls
           select new ControlCase(control.Id, "settings that this program does not take", stack => stack.WithSetting("minServers", "many")),
    ];

    private static ResourceGraph WithoutAcls(ResourceGraph stack) =>
        stack.Without(node => node.Type == TypeToken.NetworkAclAssociation);
}
