using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A field or property of an arguments class that carries <see cref="InputAttribute"/>.</summary>
internal sealed class InputMember
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> Cache = new();

    private readonly MemberInfo _member;
    private readonly InputAttribute _attribute;
    private readonly Func<object, object?> _read;

    private InputMember(MemberInfo member, InputAttribute attribute)
    {
        _member = member;
        _attribute = attribute;
        _read = member is PropertyInfo property ? property.GetValue : ((FieldInfo)member).GetValue;
    }

    public string WireName => _attribute.Name;

    public static ImmutableArray<InputMember> Of(Type argsType) => Cache.GetOrAdd(argsType, Find);

    public object? Read(InputArgs args)
    {
        var value = _read(args);

        if (value is null)
        {
            return _attribute.IsRequired ? throw Missing(args) : null;
        }

        return _attribute.IsJson ? new JsonEncoded(value) : value;
    }

    private static ImmutableArray<InputMember> Find(Type argsType) =>
    [
        .. TypeHierarchy.BaseFirst(argsType)
            .SelectMany(type => type.GetMembers(TypeHierarchy.DeclaredInstanceMembers))
            .Where(member => member is FieldInfo or PropertyInfo)
            .Select(member => (Member: member, Attribute: member.GetCustomAttribute<InputAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .Select(pair => new InputMember(pair.Member, pair.Attribute!)),
    ];

    private ArgumentNullException Missing(InputArgs args) => new(
        _member.Name, $"[Input] {args.GetType().FullName}.{_member.Name} is required but was not given a value");
}
