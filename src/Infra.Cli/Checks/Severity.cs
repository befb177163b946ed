namespace Infra.Cli.Checks;

/// <summary>How bad it is when a control fails: Security Hub's word where it has one, else trivy's, else ours.</summary>
internal enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}
