using System.Collections.Concurrent;

namespace Contract.Tests.Support;

/// <summary>Mocks that echo inputs as state, keep what they were shown, and refuse an invoke nobody listed.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();
    private readonly TaskCompletionSource _slowIsReleased = new();

    public Func<MockResourceArgs, (string? Id, object State)> OnResource { get; init; } = args => ($"{args.Name}_id", args.Inputs);

    /// <summary>Results by function token.</summary>
    public Dictionary<string, object> Answers { get; init; } = [];

    public ConcurrentQueue<MockCallArgs> Calls { get; } = new();

    public ConcurrentQueue<MockRegisterResourceOutputsRequest> RegisteredOutputs { get; } = new();

    public IReadOnlyList<string?> Names => [.. _resources.Select(resource => resource.Name)];

    public MockResourceArgs this[string name] => _resources.Single(resource => resource.Name == name);

    /// <summary>Answers the registration named "slow", which is recorded but held back until then.</summary>
    public void ReleaseSlow() => _slowIsReleased.SetResult();

    public async Task<(string?, object)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        await (args.Name == "slow" ? _slowIsReleased.Task : Task.CompletedTask);
        return OnResource(args);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args);
        return Answers.TryGetValue(args.Token!, out var answer)
            ? Task.FromResult(answer)
            : throw new InvalidOperationException($"No answer is listed for the function '{args.Token}'.");
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        RegisteredOutputs.Enqueue(args);
        return Task.CompletedTask;
    }
}
