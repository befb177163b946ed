using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Declared;

/// <summary>
/// The one thing of a kind, for whatever can't do with none or with several: to take any of them, or to leave a gap, would be a lie.
/// </summary>
/// <param name="Owner">Whose things they are, e.g. <c>stack dev</c>.</param>
/// <param name="Use">What needs one, e.g. <c>a drawing</c>.</param>
internal sealed record OneOf(string Owner, string Use)
{
    /// <exception cref="InvalidUsageException">There is none, or there are several.</exception>
    public T Only<T>(string kind, IReadOnlyCollection<T> things)
        where T : class, INamed =>
        AtMostOne(kind, things) ?? throw None(kind);

    /// <exception cref="InvalidUsageException">There are several.</exception>
    public T? AtMostOne<T>(string kind, IReadOnlyCollection<T> things)
        where T : class, INamed =>
        things.Count < 2 ? things.FirstOrDefault() : throw new InvalidUsageException(
            $"{Owner} has {things.Count} {kind}s ({string.Join(", ", things.Select(thing => thing.Name))}), "
            + $"and {Use} takes one: leave the others out");

    public InvalidUsageException None(string kind) => new($"{Owner} has no {kind}, and {Use} needs one: declare it");
}
