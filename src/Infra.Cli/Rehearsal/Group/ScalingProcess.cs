using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// The scaling processes that a stack may suspend. What a suspended one does to the others is at
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-how-suspending-processes-affects-other-processes.html.
/// </summary>
internal enum ScalingProcess
{
    Launch,
    Terminate,
    ReplaceUnhealthy,
    HealthCheck,
    AlarmNotification,
    InstanceRefresh,
    AZRebalance,
}

/// <summary>Which of them run.</summary>
internal static class ScalingProcessExtensions
{
    public static bool Runs(this DeclaredGroup group, ScalingProcess process) => !group.SuspendedProcesses.Contains(process.ToString());
}
