namespace Infra.Cli.Plan.Graph;

/// <summary>Remembers who asked a plan for what it does not tell.</summary>
internal sealed class UnknownLog
{
    private readonly List<UnknownInput> _met = [];

    /// <summary>What was asked for since it was last taken, in that order; takes it.</summary>
    public IReadOnlyList<UnknownInput> Take()
    {
        UnknownInput[] met = [.. _met.Distinct()];
        _met.Clear();
        return met;
    }

    public void Note(ResourceNode resource, string path) => _met.Add(new(resource, path));
}

/// <summary>A value of a resource that a plan does not tell.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Path">Where in it, e.g. <c>launchTemplate.version</c>.</param>
internal sealed record UnknownInput(ResourceNode Resource, string Path);
