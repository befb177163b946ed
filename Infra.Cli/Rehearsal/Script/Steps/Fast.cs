namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>What a fast drill says of what it leaves out.</summary>
internal static class Fast
{
    public const string Why = "not tried in a fast rehearsal";
}
