using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Bench;

/// <summary>The first evaluation in a process: ten processes, one evaluation in each.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 10, warmupCount: 0, iterationCount: 1)]
public class ColdEvaluation
{
    private readonly StackConfiguration _configuration = Evaluation.Prod();

    [Benchmark]
    public Task<int> Prod() => Evaluation.RunAsync(_configuration);
}
