using System.Collections.Immutable;
using System.Reflection;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.PlanMutation;

/// <summary>What the provider's SDK demands of a resource: without it a program ends, and there is no plan.</summary>
internal static class RequiredInputs
{
    private static readonly Dictionary<string, Type> ArgsOf = (
        from assembly in new[] { typeof(Pulumi.Aws.Provider).Assembly, typeof(Pulumi.Tls.PrivateKey).Assembly }
        from type in assembly.GetExportedTypes()
        where type.IsAssignableTo(typeof(Pulumi.CustomResource))
        let token = TokenOf(type)
        where token is not null
        let args = type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .FirstOrDefault(parameter => parameter.IsAssignableTo(typeof(Pulumi.ResourceArgs)))
        where args is not null
        select (token, args)).GroupBy(type => type.token).ToDictionary(type => type.Key, type => type.First().args, StringComparer.Ordinal);

    /// <summary>The path of the first input that is missing; none if all are there, or the type is not known.</summary>
    public static string? FirstMissing(ResourceNode node) =>
        ArgsOf.GetValueOrDefault(node.Type) is { } args ? FirstMissing(args, node.Inputs, "") : null;

    private static string? FirstMissing(Type args, ImmutableDictionary<string, object> members, string path)
    {
        foreach (var (member, type) in Members(args))
        {
            if (Input(member) is not { } input)
                continue;

            var value = members.GetValueOrDefault(input.Name);
            if (value is null && input.IsRequired)
                return path + input.Name;
            if (value is not null && NestedIn(type) is { } nested && MissingIn(nested, value, $"{path}{input.Name}.") is { } missing)
                return missing;
        }

        return null;
    }

    private static string? MissingIn(Type nested, object value, string path) => value switch
    {
        ImmutableDictionary<string, object> members => FirstMissing(nested, members, path),
        ImmutableArray<object> items => items.Select(item => MissingIn(nested, item, path)).FirstOrDefault(missing => missing is not null),
        _ => null,
    };

    private static IEnumerable<(MemberInfo Member, Type Type)> Members(Type args)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return args.GetProperties(All).Select(property => ((MemberInfo)property, property.PropertyType))
            .Concat(args.GetFields(All).Select(field => ((MemberInfo)field, field.FieldType)));
    }

    private static (string Name, bool IsRequired)? Input(MemberInfo member) =>
        member.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.Name == "InputAttribute") is { } input
            ? ((string)input.ConstructorArguments[0].Value!, input.ConstructorArguments is [_, { Value: true }, ..])
            : null;

    private static Type? NestedIn(Type input) => input.IsAssignableTo(typeof(Pulumi.ResourceArgs))
        ? input
        : input.GetGenericArguments().Select(NestedIn).FirstOrDefault(nested => nested is not null);

    private static string? TokenOf(Type type) => type.GetCustomAttributes(inherit: true)
        .Where(attribute => attribute.GetType().Name.EndsWith("ResourceTypeAttribute", StringComparison.Ordinal))
        .Select(attribute => attribute.GetType().GetProperty("Type")!.GetValue(attribute) as string)
        .FirstOrDefault();
}
