using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.Live;

/// <summary>
/// What the real aws tool has to be told with each command that is used here, so that it answers for the stack alone: a tool that is played
/// asks here before it answers. See https://docs.aws.amazon.com/cli/latest/reference/.
/// </summary>
internal static class AwsManual
{
    private const string Group = "fleet-group";
    private const string ByGroup = $"--auto-scaling-group-name {Group}";
    private const string Name = "[A-Za-z0-9:/._-]+";
    private const string Processes = "--scaling-processes( [A-Z][A-Za-z]+)+";

    // The stack's own region, an answer to be read by a program, and an end to waiting.
    private const string Always = " --region eu-west-1 --output json --cli-connect-timeout 10 --cli-read-timeout 30";

    private static readonly Dictionary<string, string> Needed = new()
    {
        ["sts get-caller-identity"] = "",
        ["autoscaling describe-auto-scaling-groups"] = $"--auto-scaling-group-names {Group}",
        ["autoscaling describe-instance-refreshes"] = $"{ByGroup}( --instance-refresh-ids {Name})?",
        ["autoscaling describe-policies"] = ByGroup,
        ["autoscaling set-instance-health"] =
            "--instance-id i-[0-9a-f]+ --health-status Unhealthy --no-should-respect-grace-period",
        ["autoscaling terminate-instance-in-auto-scaling-group"] =
            "--instance-id i-[0-9a-f]+ --no-should-decrement-desired-capacity",
        ["autoscaling start-instance-refresh"] =
            $$"""{{ByGroup}} --strategy Rolling --desired-configuration \{.*"LaunchTemplateId":"lt-1".*\} --preferences \{.*\}""",
        ["autoscaling cancel-instance-refresh"] = ByGroup,
        ["autoscaling update-auto-scaling-group"] = $"{ByGroup} --launch-template LaunchTemplateId=lt-1,Version=[0-9]+",
        ["autoscaling suspend-processes"] = $"{ByGroup} {Processes}",
        ["autoscaling resume-processes"] = $"{ByGroup} {Processes}",
        ["autoscaling create-or-update-tags"] =
            $"--tags ResourceId={Group},ResourceType=auto-scaling-group,Key=[^,]+,Value=[^,]+,PropagateAtLaunch=false",
        ["autoscaling delete-tags"] = $"--tags ResourceId={Group},ResourceType=auto-scaling-group,Key=[^,]+",
        ["cloudwatch describe-alarms"] = $"--alarm-names( {Name})+",
        ["ec2 describe-instances"] =
            $"--filters Name=tag:aws:autoscaling:groupName,Values={Group} Name=instance-state-name,Values=pending,running",
        ["ec2 describe-security-groups"] = "--group-ids( sg-[0-9a-f]+)+",
        ["elbv2 describe-load-balancers"] = $"--load-balancer-arns( arn:{Name})+",
        ["elbv2 describe-load-balancer-attributes"] = $"--load-balancer-arn arn:{Name}",
        ["elbv2 describe-target-groups"] = "--names web-tg",
        ["elbv2 describe-target-health"] = $"--target-group-arn arn:{Name}",
    };

    /// <summary>Fails the test where the real tool would not do what is meant.</summary>
    public static void Check(IReadOnlyList<string> arguments)
    {
        var command = string.Join(' ', arguments.Take(2));
        Assert.That(Needed, Contains.Key(command), "a command that nobody has looked up");
        var needed = Needed[command] is { Length: > 0 } more ? $" {more}" : "";
        Assert.That(string.Join(' ', arguments), Does.Match($"^{Regex.Escape(command)}{needed}{Always}$"));
    }
}
