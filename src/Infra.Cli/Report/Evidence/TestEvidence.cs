namespace Infra.Cli.Report.Evidence;

/// <summary>The results of unit tests.</summary>
/// <param name="File">The file that they were read from, as the user named it.</param>
/// <param name="Suite">The assembly with the tests.</param>
/// <param name="At">When they began.</param>
/// <param name="Stale">Why they count for nothing any more, as a clause; none where they count.</param>
/// <param name="All">Of all tests, or of those of one requirement.</param>
/// <param name="ByRequirement">Of the tests that name a requirement, by its id.</param>
internal sealed record TestEvidence(
    string File, string Suite, DateTimeOffset At, string? Stale, TestCounts All, IReadOnlyDictionary<string, TestCounts> ByRequirement)
{
    /// <summary>The same with the tests of one requirement alone.</summary>
    public TestEvidence Of(string requirement) => this with { All = ByRequirement.GetValueOrDefault(requirement, TestCounts.None) };
}

/// <summary>How many tests came out how.</summary>
/// <param name="Passed">Those that passed.</param>
/// <param name="Failed">Those that failed.</param>
/// <param name="Others">Those that were skipped, or came to no end.</param>
internal sealed record TestCounts(int Passed, int Failed, int Others)
{
    public static TestCounts None { get; } = new(0, 0, 0);

    public int Sum => Passed + Failed + Others;

    /// <summary>The same with one more.</summary>
    /// <param name="result">
    /// As NUnit writes it: <c>Passed</c>, <c>Failed</c>, <c>Skipped</c>, <c>Inconclusive</c> or <c>Warning</c>.
    /// </param>
    public TestCounts With(string? result) => result switch
    {
        "Passed" => this with { Passed = Passed + 1 },
        "Failed" => this with { Failed = Failed + 1 },
        _ => this with { Others = Others + 1 },
    };
}
