namespace Infra.Cli.Tests.Live.Roll;

/// <summary>An instance refresh: the states that it goes through, one with each look.</summary>
internal sealed class PlayedRefresh(string id, string? version, params string[] states)
{
    private readonly Queue<string> _coming = new(states.Skip(1));

    public string Id { get; } = id;

    /// <summary>The version that it leads to; none where it does not say.</summary>
    public string? Version { get; } = version;

    public string Status { get; private set; } = states[0];

    public string? Reason { get; set; }

    public int MaxHealthy { get; set; } = 100;

    public bool IsUnderWay => Status is not ("Successful" or "Failed" or "Cancelled" or "RollbackSuccessful" or "RollbackFailed");

    public void Step()
    {
        if (_coming.TryDequeue(out var next))
            Status = next;
    }

    public void Cancel()
    {
        _coming.Clear();
        Status = "Cancelling";
        _coming.Enqueue("Cancelled");
    }
}
