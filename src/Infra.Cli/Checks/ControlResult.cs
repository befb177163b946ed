namespace Infra.Cli.Checks;

/// <summary>What a control says of all resources that it is about.</summary>
internal sealed record ControlResult(ControlArea Area, Control Control, IReadOnlyList<ControlFinding> Findings)
{
    /// <summary>The worst of the findings.</summary>
    public ControlOutcome Outcome => Findings.Select(finding => finding.Outcome).DefaultIfEmpty(ControlOutcome.NotApplicable).Max();

    /// <summary>Why it does not apply, when it does not.</summary>
    public string WhyNotApplicable => $"the stack has no {Control.On.Description}";
}
