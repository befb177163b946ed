namespace Infra.Cli.Checks.Controls;

/// <summary>Target groups: how the load balancer talks to servers and checks them.</summary>
internal static class TargetGroupControls
{
    // Two minutes is the most that the setting deregistrationDelay allows.
    private const double LongestDrain = 120;

    public static ControlArea Area { get; } = new("Target groups",
    [
        new("target-encrypted", Severity.Medium, "Requests stay encrypted up to the server.")
        {
            Sources = ["FSBP ELB.22", "checkov CKV_AWS_378"],
            Requirements = ["R4"],
            On = Subjects.TargetGroups,
            Problem = Expect.OneOf("protocol", "HTTPS"),
            Mend = "set tlsMode to end-to-end",
        },
        new("health-check-encrypted", Severity.Medium, "Health checks are encrypted as well.")
        {
            Sources = ["FSBP ELB.21"],
            Requirements = ["R4"],
            On = Subjects.TargetGroups,
            Problem = Expect.OneOf("healthCheck.protocol", "HTTPS"),
            Mend = "set tlsMode to end-to-end",
        },
        new("health-check-same-protocol", Severity.Medium, "A server is checked in the way it is used.")
        {
            Requirements = ["R5"],
            On = Subjects.TargetGroups,
            Problem = Expect.All(
                (targets, _) => targets.Text("healthCheck.protocol") == targets.Text("protocol")
                    ? null
                    : $"{Expect.Actual(targets, "protocol")}, and {Expect.Actual(targets, "healthCheck.protocol")}",
                Expect.OneOf("healthCheck.port", "traffic-port")),
            Mend = "give healthCheck the group's protocol and traffic-port",
        },
        new("health-check-path", Severity.Medium, "The health check asks for a path that somebody chose.")
        {
            Sources = ["checkov CKV_AWS_261"],
            Requirements = ["R5"],
            On = Subjects.TargetGroups,
            Problem = Expect.Set("healthCheck.path"),
            Mend = "set healthCheckPath",
        },
        new("health-check-status", Severity.Medium, "Only 200 is healthy: a redirect or an error page is not.")
        {
            Requirements = ["R5"],
            On = Subjects.TargetGroups,
            Problem = Expect.OneOf("healthCheck.matcher", "200"),
            Mend = "set healthCheck.matcher to 200",
        },
        new("health-check-timeout", Severity.Medium, "A health check ends before the next one begins.")
        {
            Requirements = ["R5"],
            On = Subjects.TargetGroups,
            Problem = (targets, _) => targets.Number("healthCheck.timeout") < targets.Number("healthCheck.interval")
                ? null
                : $"{Expect.Actual(targets, "healthCheck.timeout")}, and {Expect.Actual(targets, "healthCheck.interval")}",
            Mend = "set healthCheckTimeout below healthCheckInterval",
        },
        new("target-drains-fast", Severity.Medium,
            "A server that leaves is gone within two minutes: until then it runs beside its replacement.")
        {
            Requirements = ["R8"],
            On = Subjects.TargetGroups,
            Problem = Expect.AtMost("deregistrationDelay", LongestDrain),
            Mend = "set deregistrationDelay to two minutes or less",
        },
    ]);
}
