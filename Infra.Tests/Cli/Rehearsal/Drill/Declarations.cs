using Infra.Cli.Graph;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Drill;
using Infra.Cli.Rehearsal.Stage;
using Infra.Tests.Cli.Checks;
using Infra.Tests.Support;

namespace Infra.Tests.Cli.Rehearsal.Drill;

/// <summary>What the committed stacks declare, and drills of it.</summary>
internal static class Declarations
{
    public static async Task<DeclaredStack> Of(string stack) => Of(await RecordedStacks.Of(stack));

    public static DeclaredStack Of(ResourceGraph graph) => DeclaredStackReader.Read(graph, Repository.Root);

    /// <summary>The same with another group.</summary>
    public static DeclaredStack WithGroup(this DeclaredStack declared, Func<DeclaredGroup, DeclaredGroup> edit) =>
        declared with { Group = edit(declared.Group) };

    /// <summary>The same with another health check.</summary>
    public static DeclaredStack WithCheck(this DeclaredStack declared, Func<DeclaredHealthCheck, DeclaredHealthCheck> edit) =>
        declared with { TargetGroup = declared.TargetGroup with { HealthCheck = edit(declared.TargetGroup.HealthCheck) } };

    /// <summary>A drill of a simulated stack.</summary>
    public static Task<DrillReport> DrillAsync(this DeclaredStack declared, LiveInstruments? live = null) =>
        DrillRunner.RunAsync(declared, ServerModel.Default, new SimulatedStage(declared, ServerModel.Default), live, CancellationToken.None);

    /// <summary>The requirements that a drill found broken.</summary>
    public static IEnumerable<string> Broken(this DrillReport report) =>
        report.Verdicts.Where(verdict => verdict.Outcome == Outcome.Fail).Select(verdict => verdict.Requirement).Distinct();
}
