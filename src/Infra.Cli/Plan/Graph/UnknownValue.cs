using System.Collections.Immutable;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Graph;

/// <summary>What a plan does not tell. It is no value: nothing may be concluded from it.</summary>
internal sealed class UnknownValue
{
    /// <summary>What the engine does not know before the deployment.</summary>
    public static readonly UnknownValue Instance = new("(not known yet)");

    /// <summary>What only the holder of the stack's key can read.</summary>
    public static readonly UnknownValue Hidden = new(ConfigValue.Hidden);

    private readonly string _shown;

    private UnknownValue(string shown) => _shown = shown;

    /// <summary>Whether a value is one, or has one in it.</summary>
    public static bool IsWithin(object value) => value switch
    {
        UnknownValue => true,
        ImmutableArray<object> items => items.Any(IsWithin),
        ImmutableDictionary<string, object> members => members.Values.Any(IsWithin),
        _ => false,
    };

    public override string ToString() => _shown;
}
