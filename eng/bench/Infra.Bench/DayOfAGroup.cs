using BenchmarkDotNet.Attributes;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Tests.Support;

namespace Infra.Bench;

/// <summary>A day of prod with three servers on a virtual clock: checked every 10 s, under load, one broken every two hours.</summary>
[SimpleJob(warmupCount: 5, iterationCount: 10)]
[MemoryDiagnoser]
public class DayOfAGroup
{
    private RehearsedStack? _declared;

    [GlobalSetup]
    public async Task DeclareAsync()
    {
        var files = ProjectFiles.Read(Reference.Root, "prod", ["minServers=3"]);
        _declared = RehearsedStack.Of(new(await OfflineRun.RunAsync(files)), files.RootDirectory);
    }

    /// <summary>The number of its events, so that nothing of the run is optimised away.</summary>
    [Benchmark]
    public async Task<int> Day()
    {
        var stack = new SimulatedStack(_declared!, ServerModel.Default);
        stack.SetLoad(120);
        for (var hour = 0; hour < 24; hour += 2)
        {
            stack.Break(stack.View.Servers[0].Id);
            await stack.PassAsync(TimeSpan.FromHours(2), CancellationToken.None);
        }

        return stack.Events.Count;
    }
}
