namespace Infra.Cli.Checks;

/// <summary>What became of a control, the worst last.</summary>
internal enum ControlOutcome
{
    /// <summary>The stack has nothing that the control is about.</summary>
    NotApplicable,

    Pass,

    /// <summary>Not met, and somebody wrote down why that is accepted.</summary>
    Waived,

    /// <summary>Neither met nor not met: what it depends on, the plan does not tell.</summary>
    NotKnown,

    Fail,
}
