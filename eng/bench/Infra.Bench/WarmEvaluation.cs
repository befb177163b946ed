using BenchmarkDotNet.Attributes;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Bench;

/// <summary>Every further evaluation, and how its time grows with the zones.</summary>
[SimpleJob(warmupCount: 20, iterationCount: 10)]
[MemoryDiagnoser]
public class WarmEvaluation
{
    private StackConfiguration _configuration = Evaluation.Prod();

    [Params(2, 3, 4, 5, 6)]
    public int Zones { get; set; }

    [GlobalSetup]
    public void Configure() => _configuration = Evaluation.ProdIn(Zones);

    [Benchmark]
    public Task<int> Prod() => Evaluation.RunAsync(_configuration);
}
