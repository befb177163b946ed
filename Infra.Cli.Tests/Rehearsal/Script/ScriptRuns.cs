using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>Simulated drills, and what they found broken.</summary>
internal static class ScriptRuns
{
    /// <summary>A drill of a simulated stack.</summary>
    public static Task<RehearsalReport> RehearseAsync(this DeclaredStack declared, Instruments? live = null) =>
        ScriptRunner.RunAsync(declared, ServerModel.Default, new SimulatedStack(declared, ServerModel.Default), live, CancellationToken.None);

    /// <summary>The requirements that a drill found broken.</summary>
    public static IEnumerable<string> Broken(this RehearsalReport report) =>
        report.Verdicts.Where(verdict => verdict.Outcome == Outcome.Fail).Select(verdict => verdict.Requirement).Distinct();
}
