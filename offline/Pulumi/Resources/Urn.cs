namespace Pulumi;

/// <summary>The name of a resource that is unique in all stacks: <c>urn:pulumi:stack::project::types::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private const string Separator = "::";
    private const char TypeSeparator = '$';

    private readonly string _value;
    private readonly string[] _parts;

    public Urn(string value)
    {
        ArgumentNullException.ThrowIfNull(value);

        // At most four parts, because a name may contain the separator.
        var parts = value.Split(Separator, 4);

        if (parts.Length < 4 || !value.StartsWith("urn:pulumi:", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"'{value}' is not a URN of the form urn:pulumi:<stack>::<project>::<type>::<name>.", nameof(value));
        }

        _value = value;
        _parts = parts;
    }

    /// <summary>The types of all ancestors and the resource's own.</summary>
    internal string TypeChain => _parts[2];

    internal string Type => TypeChain[(TypeChain.LastIndexOf(TypeSeparator) + 1)..];

    internal string RootType => TypeChain.Split(TypeSeparator)[0];

    internal string Name => _parts[3];

    public static implicit operator string(Urn value) => value._value;

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN that the engine gives a resource with this name, type and parent.</summary>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        var parentOutput = parent is not null ? parent.Urn : parentUrn.ToOutput();
        var projectOutput = project.ToOutput().Apply(value => value ?? Deployment.Current.ProjectName);
        var stackOutput = stack.ToOutput().Apply(value => value ?? Deployment.Current.StackName);

        return Output.Tuple(parentOutput, name.ToOutput(), type.ToOutput(), projectOutput, stackOutput).Apply(parts =>
        {
            var (parentValue, ownName, ownType, projectName, stackName) = parts;
            var parentChain = parentValue is null ? null : new Urn(parentValue).TypeChain;
            return Compose(stackName, projectName, parentChain, ownType, ownName);
        });
    }

    public bool Equals(Urn other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;

    internal static string Compose(string stack, string project, string? parentTypes, string type, string name) =>
        $"urn:pulumi:{stack}{Separator}{project}{Separator}"
        + $"{(parentTypes is null ? "" : $"{parentTypes}{TypeSeparator}")}{type}{Separator}{name}";
}
