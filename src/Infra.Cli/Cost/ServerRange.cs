using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Cost;

/// <summary>How many servers run at the least and at the most.</summary>
internal sealed record ServerRange(int Minimum, int Maximum)
{
    public static ServerRange Of(IReadOnlyList<DeclaredGroup> groups) =>
        new(groups.Sum(group => group.MinSize), groups.Sum(group => group.MaxSize));
}
