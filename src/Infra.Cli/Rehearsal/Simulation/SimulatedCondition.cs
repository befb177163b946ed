namespace Infra.Cli.Rehearsal.Simulation;

/// <summary>How a simulated machine is.</summary>
internal enum SimulatedCondition
{
    /// <summary>It answers once it has booted.</summary>
    Running,

    /// <summary>It passes its checks, and answers everybody else with an error.</summary>
    Failing,

    /// <summary>It refuses connections.</summary>
    Broken,

    /// <summary>It takes requests and never answers.</summary>
    Hanging,

    /// <summary>There is no machine any more, nor any figure of it.</summary>
    Gone,
}
