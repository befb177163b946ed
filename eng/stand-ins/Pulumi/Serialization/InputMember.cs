using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A field or property of an arguments class that carries <see cref="InputAttribute"/>.</summary>
internal sealed class InputMember(MemberInfo member, InputAttribute attribute)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> Cache = new();

    // Not PropertyInfo.GetValue where it can be avoided: it compiles a stub for each property, which adds up in a first run.
    private readonly Func<object, object?> _read = member switch
    {
        FieldInfo field => field.GetValue,
        PropertyInfo { PropertyType.IsValueType: true } property => property.GetValue,
        _ => args => ((PropertyInfo)member).GetMethod!.CreateDelegate<Func<object?>>(args)(),
    };

    public string WireName => attribute.Name;

    // Without the private members of base classes, which reflection does not show, and the SDK does not send.
    public static ImmutableArray<InputMember> Of(Type argsType) => Cache.GetOrAdd(argsType, type =>
    [
        .. from member in type.GetMembers(TypeHierarchy.Instance)
           where member is FieldInfo or PropertyInfo
           let attribute = member.GetCustomAttribute<InputAttribute>()
           where attribute is not null
           select new InputMember(member, attribute),
    ]);

    public object? Read(InputArgs args) => _read(args) switch
    {
        null when attribute.IsRequired => throw new ArgumentNullException(
            member.Name, $"[Input] {args.GetType().FullName}.{member.Name} is required but was not given a value"),
        null => null,
        var value => attribute.IsJson ? new JsonEncoded(value) : value,
    };
}
