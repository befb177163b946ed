using System.Collections.Immutable;

namespace Infra.Cli.Tests.Roles;

/// <summary>One question that AWS puts to the policies of a role. A call that touches several resources puts one for each.</summary>
/// <param name="Action">The action, e.g. <c>ec2:CreateSubnet</c>.</param>
/// <param name="Resource">The resource's ARN; <c>*</c> for an action that has none.</param>
internal sealed record IamRequest(string Action, string Resource)
{
    /// <summary>The keys that conditions can ask for, with their values. Their names are not case-sensitive.</summary>
    public ImmutableDictionary<string, string[]> Context { get; init; } =
        ImmutableDictionary.Create<string, string[]>(StringComparer.OrdinalIgnoreCase);

    public IamRequest With(string key, params string[] values) => this with { Context = Context.SetItem(key, values) };

    /// <summary>On a resource that bears these tags already.</summary>
    public IamRequest On(IReadOnlyDictionary<string, string> tags) =>
        tags.Aggregate(this, (request, tag) => request.With($"aws:ResourceTag/{tag.Key}", tag.Value));

    /// <summary>A request that gives these tags.</summary>
    public IamRequest Giving(IReadOnlyDictionary<string, string> tags) =>
        tags.Aggregate(this, (request, tag) => request.With($"aws:RequestTag/{tag.Key}", tag.Value)).Naming([.. tags.Keys]);

    /// <summary>A request about tags with these keys.</summary>
    public IamRequest Naming(params string[] keys) => keys.Length == 0 ? this : With("aws:TagKeys", keys);

    public override string ToString() =>
        string.Join(' ', [Action, Resource, .. Context.Select(entry => $"{entry.Key}={string.Join(',', entry.Value)}").Order()]);
}
