using System.Collections;
using System.Text.Json;
using Pulumi.Registration;

namespace Pulumi.Serialization;

/// <summary>Turns one argument into strings, booleans, doubles, arrays, dictionaries, assets and resources.</summary>
/// <remarks>An unknown or a secret anywhere inside makes the argument as a whole unknown or secret.</remarks>
internal sealed class Serializer
{
    // A secret travels in a wrapper, which is something even around a null: objects leave out other nulls, but keep this one.
    private static readonly object SecretNull = new();

    private ImmutableHashSet<Resource> _resources = ImmutableHashSet<Resource>.Empty;
    private bool _isKnown = true;
    private bool _isSecret;
    private bool _hasFaultedOutput;

    /// <summary>Serializes arguments; a failure names the one that it is about.</summary>
    public static Task<SerializedProperties> SerializeAsync(string label, IEnumerable<KeyValuePair<string, object?>> members)
    {
        return SerializeEachAsync(members, SerializePropertyAsync);

        async Task<OutputData<object?>> SerializePropertyAsync(string key, object? value)
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
    }

    /// <summary>Serializes what a mock returned.</summary>
    public static Task<SerializedProperties> SerializeStateAsync(IEnumerable<KeyValuePair<string, object?>> members) =>
        SerializeEachAsync(members, (key, value) => new Serializer().RunAsync($".{key}", value));

    private static async Task<SerializedProperties> SerializeEachAsync(
        IEnumerable<KeyValuePair<string, object?>> members, Func<string, object?, Task<OutputData<object?>>> serialize)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, OutputData<object?>>();

        foreach (var (key, value) in members)
        {
            if (value is not null
                && await serialize(key, value).ConfigureAwait(false) is var data
                && data is { IsKnown: false } or { Value: not null } or { IsSecret: true })
            {
                properties[key] = data;
            }
        }

        return new(properties.ToImmutable());
    }

    private async Task<OutputData<object?>> RunAsync(string context, object? value)
    {
        var plain = await VisitAsync(context, value).ConfigureAwait(false);
        return new(_resources, _isKnown ? Unwrap(plain) : null, _isKnown, _isSecret);
    }

    private static object? Unwrap(object? plain) => plain == SecretNull ? null : plain;

    private ValueTask<object?> VisitAsync(string context, object? value) => value switch
    {
        null or string or bool or double or AssetOrArchive => new(value),
        int number => new((double)number),
        IInput input => VisitOutputAsync(context, input.AsUntypedOutput()),
        IOutput output => VisitOutputAsync(context, output),
        IUnion union => VisitAsync(context, union.Value),
        InputArgs args => VisitEntriesAsync(context, args.ReadMembers()),
        JsonEncoded json => VisitJsonEncodedAsync(context, json),
        JsonElement element => new(ValueReader.Plain(element)),
        Resource resource => VisitResourceAsync(resource),
        Task => throw new InvalidOperationException(
            $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{context}"),
        IDictionary dictionary => VisitEntriesAsync(context, ValueReader.Entries(dictionary, context)),
        IDictionary<string, object?> dictionary => VisitEntriesAsync(context, dictionary),
        IList list => VisitListAsync(context, list),
        _ when OutputTypes.IsOutputType(value.GetType()) => VisitEntriesAsync(context, OutputTypeShape.Read(value)),
        Enum number when Enum.GetUnderlyingType(value.GetType()) == typeof(int) => new((double)(int)value),
        _ => new((EnumShape.Of(value.GetType()) ?? throw ValueReader.Unsupported(value.GetType(), context)).Read(value)),
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
        var plain = data.IsKnown ? await VisitAsync($"{context}.id", data.Value).ConfigureAwait(false) : null;
        return data.IsSecret ? plain ?? SecretNull : plain;
    }

    private async ValueTask<object?> VisitEntriesAsync(string context, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var plain = ImmutableDictionary.CreateBuilder<string, object?>();

        foreach (var (key, value) in entries)
        {
            if (!ValueReader.IsReserved(key) && await VisitAsync($"{context}.{key}", value).ConfigureAwait(false) is { } entry)
                plain[key] = Unwrap(entry);
        }

        return plain.ToImmutable();
    }

    private async ValueTask<object?> VisitListAsync(string context, IList list)
    {
        var plain = ImmutableArray.CreateBuilder<object?>();

        for (var index = 0; !ValueReader.IsDefaultArray(list) && index < list.Count; index++)
            plain.Add(Unwrap(await VisitAsync($"{context}[{index}]", list[index]).ConfigureAwait(false)));

        return plain.ToImmutable();
    }

    private async ValueTask<object?> VisitJsonEncodedAsync(string context, JsonEncoded json)
    {
        var plain = Unwrap(await VisitAsync(context, json.Value).ConfigureAwait(false));
        return plain is null ? null : JsonEncoded.Format(plain);
    }

    private async ValueTask<object?> VisitResourceAsync(Resource resource)
    {
        var urn = await resource.Urn.DataTask.ConfigureAwait(false);
        _resources = _resources.Union(urn.Resources);
        return ResourceCopy.Of(new(urn.Value));
    }
}
