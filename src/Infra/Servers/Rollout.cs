namespace Infra.Servers;

/// <summary>What <c>pulumi up</c> does when servers are to be different.</summary>
public enum Rollout
{
    /// <summary>It starts the roll: the group gets the new version of the launch template, and heals with it at once.</summary>
    Up,

    /// <summary>
    /// It only prepares the version. The group keeps the one that it has, and heals with it, until <c>infra roll</c> has rolled the new
    /// one through, so that AWS can go back by itself.
    /// </summary>
    Promote,
}
