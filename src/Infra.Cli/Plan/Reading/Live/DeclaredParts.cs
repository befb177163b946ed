using System.Globalization;

namespace Infra.Cli.Plan.Reading.Live;

/// <summary>Finds the resources that make parts of others, by what tells one from another.</summary>
internal sealed class DeclaredParts(IReadOnlyList<ReadResource> resources)
{
    // What no text of AWS has in it.
    private const char Separator = '\0';

    private readonly ILookup<string, ReadResource> _byType = resources.ToLookup(resource => resource.Type, StringComparer.Ordinal);

    // By the type and the inputs that are asked for; a file may have many of each.
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    /// <summary>Whether there is one of a type with these inputs; a null is for one that it must not have.</summary>
    public bool Have(string type, (string Input, object? Value)[] inputs)
    {
        var asked = string.Join(Separator, inputs.Select(input => input.Input).Prepend(type));
        if (!_known.TryGetValue(asked, out var known))
        {
            _known[asked] = known =
            [
                .. _byType[type].Select(resource => Key(inputs.Select(input => resource.Inputs.GetValueOrDefault(input.Input)))),
            ];
        }

        return known.Contains(Key(inputs.Select(input => input.Value)));
    }

    private static string Key(IEnumerable<object?> values) => string.Join(Separator, values.Select(Text));

    private static string Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
