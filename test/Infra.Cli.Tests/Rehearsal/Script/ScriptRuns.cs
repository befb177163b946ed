using Infra.Cli.Live.Claims;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>Drills of simulated stacks, and what they found broken.</summary>
internal static class ScriptRuns
{
    public static Task<RehearsalReport> RehearseAsync(this RehearsedStack declared) =>
        ScriptRunner.RunAsync(
            declared, ServerModel.Default, new SimulatedStack(declared, ServerModel.Default), instruments: null, CancellationToken.None);

    /// <summary>Runs one step of the drill.</summary>
    public static Task<IReadOnlyList<Verdict>> RunAsync(
        this IScriptStep step, RehearsedStack declared, IRunningStack stack, Instruments? instruments = null) =>
        step.RunAsync(new(declared, ServerModel.Default, stack, instruments), CancellationToken.None);

    /// <summary>The requirements that a drill found broken.</summary>
    public static IEnumerable<string?> Broken(this RehearsalReport report) => report.With(Outcome.Fail);

    /// <summary>The requirements of the claims of which this came.</summary>
    public static IEnumerable<string?> With(this RehearsalReport report, Outcome outcome) =>
        report.Verdicts.Where(verdict => verdict.Finding.Outcome == outcome).Select(verdict => verdict.Claim.Requirement).Distinct();
}
