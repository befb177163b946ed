namespace Pulumi.Testing;

/// <summary>The resource that the program under test registers or reads.</summary>
public class MockResourceArgs
{
    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>The arguments that are known, by wire name.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The URN and id of an explicit provider; empty without one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of the resource to read or import; empty for a new one.</summary>
    public string? Id { get; set; }
}

/// <summary>The function or method that the program under test calls.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    /// <summary>The arguments that are known, by wire name.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The URN and id of an explicit provider; empty without one.</summary>
    public string? Provider { get; set; }
}

/// <summary>The outputs of a component or stack that is complete.</summary>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    public readonly string Urn = urn;

    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}
