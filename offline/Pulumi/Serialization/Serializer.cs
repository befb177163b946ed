using System.Collections;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns one argument into strings, booleans, doubles, arrays, dictionaries, assets and resources.</summary>
/// <remarks>An unknown or a secret anywhere inside makes the argument as a whole unknown or secret.</remarks>
internal sealed class Serializer
{
    private ImmutableHashSet<Resource> _resources = ImmutableHashSet<Resource>.Empty;
    private bool _isKnown = true;
    private bool _isSecret;
    private bool _hasFaultedOutput;

    private Serializer()
    {
    }

    public static async Task<SerializedProperties> SerializeAsync(
        string label, IEnumerable<KeyValuePair<string, object?>> members)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, OutputData<object?>>();

        foreach (var (key, value) in members)
        {
            if (value is null)
            {
                continue;
            }

            var data = await SerializePropertyAsync(label, key, value).ConfigureAwait(false);

            if (data.Value is not null || !data.IsKnown)
            {
                properties[key] = data;
            }
        }

        return new(properties.ToImmutable());
    }

    public static Task<OutputData<object?>> SerializeValueAsync(string context, object? value) =>
        new Serializer().RunAsync(context, value);

    private static async Task<OutputData<object?>> SerializePropertyAsync(string label, string key, object value)
    {
        var serializer = new Serializer();

        try
        {
            return await serializer.RunAsync($"{label}.{key}", value).ConfigureAwait(false);
        }
        catch (Exception exception) when (!serializer._hasFaultedOutput)
        {
            throw new InvalidOperationException($"error serializing property \"{key}\": {exception.Message}", exception);
        }
    }

    private async Task<OutputData<object?>> RunAsync(string context, object? value)
    {
        var plain = await VisitAsync(context, value).ConfigureAwait(false);
        return new(_resources, _isKnown ? plain : null, _isKnown, _isSecret);
    }

    private ValueTask<object?> VisitAsync(string context, object? value) => value switch
    {
        null or string or bool or double => new(value),
        int number => new((double)number),
        IInput input => VisitOutputAsync(context, input.AsUntypedOutput()),
        IOutput output => VisitOutputAsync(context, output),
        IUnion union => VisitAsync(context, union.Value),
        InputArgs args => VisitEntriesAsync(context, args.ReadMembers()),
        JsonEncoded json => VisitJsonEncodedAsync(context, json),
        JsonElement element => new(ValueReader.Plain(element)),
        AssetOrArchive asset => new(asset.Copy()),
        Resource resource => VisitResourceAsync(resource),
        Task => throw new InvalidOperationException(
            $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{context}"),
        IDictionary dictionary => VisitEntriesAsync(context, ValueReader.Entries(dictionary, context)),
        IDictionary<string, object?> dictionary => VisitEntriesAsync(context, dictionary),
        IList list => VisitListAsync(context, list),
        _ => VisitAnnotatedAsync(context, value),
    };

    private async ValueTask<object?> VisitOutputAsync(string context, IOutput output)
    {
        try
        {
            await output.Completion.ConfigureAwait(false);
        }
        catch
        {
            // Its own exception is the one to report; a second one around it would count as another failure.
            _hasFaultedOutput = true;
            throw;
        }

        var data = output.Data;
        _resources = data.Resources.IsEmpty ? _resources : _resources.Union(data.Resources);
        _isKnown &= data.IsKnown;
        _isSecret |= data.IsSecret;
        return data.IsKnown ? await VisitAsync($"{context}.id", data.Value).ConfigureAwait(false) : null;
    }

    private async ValueTask<object?> VisitEntriesAsync(
        string context, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var plain = ImmutableDictionary.CreateBuilder<string, object?>();

        foreach (var (key, value) in entries)
        {
            // Two underscores mark the protocol's own keys, which never reach the other side.
            if (!key.StartsWith("__", StringComparison.Ordinal)
                && await VisitAsync($"{context}.{key}", value).ConfigureAwait(false) is { } entry)
            {
                plain[key] = entry;
            }
        }

        return plain.ToImmutable();
    }

    private async ValueTask<object?> VisitListAsync(string context, IList list)
    {
        if (ValueReader.IsDefaultArray(list))
        {
            return ImmutableArray<object?>.Empty;
        }

        var plain = ImmutableArray.CreateBuilder<object?>(list.Count);

        for (var index = 0; index < list.Count; index++)
        {
            plain.Add(await VisitAsync($"{context}[{index}]", list[index]).ConfigureAwait(false));
        }

        return plain.MoveToImmutable();
    }

    private async ValueTask<object?> VisitJsonEncodedAsync(string context, JsonEncoded json)
    {
        var plain = await VisitAsync(context, json.Value).ConfigureAwait(false);
        return _isKnown && plain is not null ? JsonEncoded.Format(plain) : null;
    }

    private async ValueTask<object?> VisitResourceAsync(Resource resource)
    {
        var urn = await resource.Urn.DataTask.ConfigureAwait(false);
        _resources = _resources.Union(urn.Resources);
        return ResourceTypes.Construct(new Urn(urn.Value));
    }

    private ValueTask<object?> VisitAnnotatedAsync(string context, object value)
    {
        var type = value.GetType();

        if (OutputTypes.IsOutputType(type))
        {
            return VisitEntriesAsync(context, OutputTypeShape.Of(type).Read(value));
        }

        return type.IsEnum && Enum.GetUnderlyingType(type) == typeof(int) ? new((double)(int)value)
            : EnumShape.Of(type) is { } shape ? new(shape.Read(value))
            : throw ValueReader.Unsupported(type, context);
    }
}
