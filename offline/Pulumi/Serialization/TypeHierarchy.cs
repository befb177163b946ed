using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Walks a class and its bases, since reflection hides a base's private members.</summary>
internal static class TypeHierarchy
{
    public const BindingFlags DeclaredInstanceMembers =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> BaseFirst(Type type)
    {
        var types = new Stack<Type>();

        for (Type? current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            types.Push(current);
        }

        return types;
    }
}
