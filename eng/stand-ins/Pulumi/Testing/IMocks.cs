namespace Pulumi.Testing;

/// <summary>Answers for the engine and its providers while a program runs under test.</summary>
public interface IMocks
{
    /// <summary>Called for each resource that is registered or read; returns its id and its state.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Called for each provider function and resource method; returns its result.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Called when a component or the stack is complete.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
