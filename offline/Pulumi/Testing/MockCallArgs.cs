namespace Pulumi.Testing;

/// <summary>The function or method that the program under test calls.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    /// <summary>The arguments that are known, by wire name.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The URN and id of an explicit provider; empty without one.</summary>
    public string? Provider { get; set; }
}
