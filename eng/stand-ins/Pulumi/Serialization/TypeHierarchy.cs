using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Walks a class and its bases, since reflection hides a base's private members.</summary>
internal static class TypeHierarchy
{
    public const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static IEnumerable<MemberInfo> MembersOf(Type type) =>
        (type.BaseType is { } parent ? MembersOf(parent) : []).Concat(type.GetMembers(Instance | BindingFlags.DeclaredOnly));
}
