using Infra.Cli.Live.Claims;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>A part of the drill's script. It leaves the stack so that the next one can run, whatever it found.</summary>
internal interface IScriptStep
{
    /// <summary>Runs it.</summary>
    /// <returns>What it found; the runner says how long it took.</returns>
    Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation);
}
