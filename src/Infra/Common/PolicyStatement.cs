using Pulumi;

namespace Infra.Common;

/// <summary>
/// One statement of a policy document. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html.
/// </summary>
public sealed record PolicyStatement
{
    /// <summary>What the statement is for, in letters and digits.</summary>
    public required string Sid { get; init; }

    /// <summary><c>Allow</c> unless said otherwise.</summary>
    public string Effect { get; init; } = "Allow";

    /// <summary>Who it is about, by kind (<c>Service</c>, <c>AWS</c>); nobody is named in a policy that is attached to a role.</summary>
    public IReadOnlyDictionary<string, Input<string>>? Principals { get; init; }

    /// <summary>The actions, e.g. <c>s3:GetObject</c>.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>The ARNs it is about; none in a trust policy.</summary>
    public IReadOnlyList<Input<string>>? Resources { get; init; }

    /// <summary>Conditions of which one of several texts is enough: condition key, then texts, compared by <c>StringEquals</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? OneOf { get; init; }

    /// <summary>Conditions: operator, then condition key, then value. Not beside <see cref="OneOf"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Input<string>>>? Conditions { get; init; }
}
