namespace Infra.Cli.Live.Claims;

/// <summary>What was found of a list of claims, in the order of the checks.</summary>
internal abstract record ClaimReport(IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>What passes or fails, in a sentence.</summary>
    public abstract string Subject { get; }

    /// <summary>The first line of a report for people.</summary>
    public abstract string Heading { get; }

    /// <summary>The command that made it, as pipelines list it.</summary>
    public abstract string Suite { get; }

    /// <summary>Of what and of when it is; none where it is shown and not kept.</summary>
    public EvidenceStamp? Made { get; init; }

    /// <summary>The worst that was found; what fails is worse than what could not be checked.</summary>
    public Outcome Outcome => Worst(Verdicts);

    /// <summary>What the command says by it to the shell.</summary>
    public int ExitCode => Outcome switch
    {
        Outcome.Pass => Shell.ExitCode.Done,
        Outcome.Fail => Shell.ExitCode.CheckFailed,
        _ => Shell.ExitCode.InvalidUsage,
    };

    /// <summary>What verdicts come to.</summary>
    public static Outcome Worst(IReadOnlyCollection<Verdict> verdicts)
    {
        bool Has(Outcome outcome) => verdicts.Any(verdict => verdict.Finding.Outcome == outcome);
        return Has(Outcome.Fail) ? Outcome.Fail : Has(Outcome.NotChecked) ? Outcome.NotChecked : Outcome.Pass;
    }

    public int Count(Outcome outcome) => Verdicts.Count(verdict => verdict.Finding.Outcome == outcome);
}
