using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;
using Pulumi;

namespace Infra.Cli.Plan.Recording;

/// <summary>
/// Makes recorded values fit to show, before anything that shows them can get hold of them: a text with a secret in it gives way as a
/// whole, as it does in Pulumi, and an archive becomes its path.
/// </summary>
internal sealed class ShownValues(SecretTexts secrets, string archivePath)
{
    public ImmutableDictionary<string, object> Of(ImmutableDictionary<string, object> values) =>
        values.ToImmutableDictionary(entry => entry.Key, entry => Of(entry.Value));

    public string Of(string text) => secrets.AreIn(text) ? ConfigValue.Hidden : text;

    public object Of(object value) => value switch
    {
        string text => Of(text),
        ImmutableArray<object> items => items.Select(Of).ToImmutableArray(),
        ImmutableDictionary<string, object> members => Of(members),
        FileArchive => new LocalArchive(Of(archivePath)),
        _ => value,
    };
}
