namespace Infra.Cli.Diff.Effects;

/// <summary>Somebody is interrupted by a change.</summary>
/// <param name="Resource">The resource whose change it is.</param>
/// <param name="Happens">What becomes of it, e.g. <c>replaced</c>.</param>
/// <param name="Who">Who or what is interrupted, and until when.</param>
internal sealed record Break(string Resource, string Happens, string Who)
{
    /// <summary>For how long, where the plan tells.</summary>
    public TimeSpan? For { get; init; }
}
