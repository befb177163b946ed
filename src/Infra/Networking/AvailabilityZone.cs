namespace Infra.Networking;

/// <summary>An availability zone, e.g. <c>eu-west-1a</c>.</summary>
public readonly record struct AvailabilityZone(string Name)
{
    /// <summary>The last letter of its name: what is made for the zone is named after it, wherever the settings list the zone.</summary>
    public char Letter => Name[^1];
}
