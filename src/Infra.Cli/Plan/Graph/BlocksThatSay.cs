namespace Infra.Cli.Plan.Graph;

/// <summary>Blocks that say something by being there, though nothing is in them: <c>overrideAction: { none: {} }</c>.</summary>
internal static class BlocksThatSay
{
    private static readonly string[] Names = ["allow", "block", "count", "none", "captcha", "challenge", "singleHeader"];

    /// <summary>Whether an input by this name is one.</summary>
    public static bool Has(string name) => Names.Contains(name);
}
