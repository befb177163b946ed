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

    /// <summary>Whether anything was asked for since.</summary>
    public bool HasAny => _met.Count > 0;

    public void Note(ResourceNode resource, string path) => _met.Add(new(resource, path));
}

/// <summary>A value of a resource that a plan does not tell.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Path">Where in it, e.g. <c>launchTemplate.version</c>.</param>
internal sealed record UnknownInput(ResourceNode Resource, string Path)
{
    /// <summary>Whether it is secret, rather than not decided.</summary>
    public bool IsHidden => Resource.Peek(Path) == UnknownValue.Hidden || Resource.Outputs.GetValueOrDefault(Path) == UnknownValue.Hidden;

    /// <summary>A clause such as <c>userData is not known yet</c>, which names the resource unless it is the one in question.</summary>
    public string Clause(ResourceNode about) =>
        $"{Path}{(Resource == about ? "" : $" of {Resource.Name}")} is {(IsHidden ? "secret" : "not known yet")}";
}
