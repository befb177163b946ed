namespace Infra.Cli.Report.Requirements;

/// <summary>What the evidence says of a requirement, the worst last.</summary>
internal enum Standing
{
    /// <summary>Everything that was looked at holds, on the running stack as well.</summary>
    SeenLive,

    /// <summary>Everything that was looked at holds; nothing that is not stale was found of the running stack.</summary>
    MetByPlan,

    /// <summary>What does not hold, somebody has accepted for this project, with a reason.</summary>
    Accepted,

    /// <summary>Nothing fails, but something could not be checked.</summary>
    NotKnown,

    /// <summary>Something fails.</summary>
    NotMet,
}
