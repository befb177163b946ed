using System.Collections.Immutable;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Graph;

/// <summary>Makes recorded values fit to show: a text with a secret in it gives way as a whole, as it does in Pulumi.</summary>
internal sealed class ShownValues(SecretTexts secrets)
{
    public ImmutableDictionary<string, object> Of(ImmutableDictionary<string, object> values) =>
        values.ToImmutableDictionary(entry => entry.Key, entry => Of(entry.Value));

    public ImmutableSortedDictionary<string, object> Of(ImmutableSortedDictionary<string, object> values) =>
        values.ToImmutableSortedDictionary(entry => entry.Key, entry => Of(entry.Value), StringComparer.Ordinal);

    public string Of(string text) => secrets.AreIn(text) ? ConfigValue.Hidden : text;

    public object Of(object value) => value switch
    {
        string text => Of(text),
        ImmutableArray<object> items => items.Select(Of).ToImmutableArray(),
        ImmutableDictionary<string, object> members => Of(members),
        UnknownValue when value == UnknownValue.Hidden => ConfigValue.Hidden,
        LocalArchive archive => archive with { Path = Of(archive.Path) },
        _ => value,
    };
}
