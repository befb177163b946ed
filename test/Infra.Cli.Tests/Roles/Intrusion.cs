using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

/// <summary>
/// A way to do harm, as a story: it succeeds only if all its steps are allowed. The table is in <see cref="Intrusions"/>.
/// </summary>
/// <param name="Name">What the attacker wants.</param>
/// <param name="Steps">What AWS would be asked, in order, and by whom.</param>
internal sealed record Intrusion(string Name, Func<Intruder, IEnumerable<(Actor By, IamRequest Asked)>> Steps)
{
    /// <summary>Whether AWS would refuse a step.</summary>
    public bool IsStopped(DeployRole role) => Steps(new(role)).Any(step => !IsAllowed(role, step.By, step.Asked));

    public override string ToString() => Name;

    private static bool IsAllowed(DeployRole role, Actor by, IamRequest asked) => IamEvaluator.Allows(
        by switch
        {
            Actor.Deploy => role.Statements,
            Actor.Preview => role.StatementsOf("read"),
            _ => role.StatementsOf("boundary"),
        },
        asked);
}
