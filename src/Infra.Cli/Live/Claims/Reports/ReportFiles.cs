using Infra.Cli.Shell;

namespace Infra.Cli.Live.Claims.Reports;

/// <summary>Where a report goes beside the terminal.</summary>
/// <param name="JUnit">The file for JUnit's XML; none if nowhere.</param>
/// <param name="Evidence">The file for <c>infra report</c>; none if nowhere.</param>
internal sealed record ReportFiles(ReportPath? JUnit, ReportPath? Evidence)
{
    /// <summary>Writes them.</summary>
    /// <param name="report">The report.</param>
    /// <param name="json">The same for programs.</param>
    /// <exception cref="InvalidUsageException">One can't be written.</exception>
    public void Write(ClaimReport report, Func<string> json)
    {
        Evidence?.Write($"{json()}\n");
        JUnit?.Write(ClaimJUnit.Of(report));
    }
}
