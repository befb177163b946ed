using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>Simulated drills, and what they found broken.</summary>
internal static class Drills
{
    /// <summary>A drill of a simulated stack.</summary>
    public static Task<DrillReport> DrillAsync(this RehearsedStack declared, LiveInstruments? live = null) =>
        DrillRunner.RunAsync(declared, ServerModel.Default, new SimulatedStage(declared, ServerModel.Default), live, CancellationToken.None);

    /// <summary>The requirements that a drill found broken.</summary>
    public static IEnumerable<string> Broken(this DrillReport report) =>
        report.Verdicts.Where(verdict => verdict.Outcome == Outcome.Fail).Select(verdict => verdict.Requirement).Distinct();
}
