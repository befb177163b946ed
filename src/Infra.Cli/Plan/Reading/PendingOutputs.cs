using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;

namespace Infra.Cli.Plan.Reading;

/// <summary>
/// Gives what is still to be made an id, and what others refer to it by: the ones that a preview without an account makes up, which stand
/// for those that AWS will choose. Whatever else AWS decides is not known.
/// </summary>
internal sealed class PendingOutputs(string region)
{
    // What the TLS provider makes is read, and not referred to.
    private static readonly Dictionary<string, string[]> OfKeys = new(StringComparer.Ordinal)
    {
        [TypeToken.PrivateKey] = ["privateKeyPem", "privateKeyPemPkcs8", "publicKeyPem"],
        [TypeToken.SelfSignedCert] = ["certPem"],
    };

    private readonly List<string> _madeUp = [];

    /// <summary>All that was made up.</summary>
    public IReadOnlyList<string> MadeUp => _madeUp;

    /// <summary>The resource with an id and outputs; the same where AWS has said them already.</summary>
    public ReadResource Complete(ReadResource resource)
    {
        if (!resource.IsPending)
            return resource;

        var request = new ResourceRequest(resource.Type, resource.Name, Texts(resource.Inputs), region);
        var (id, computed) = Computed(request);

        // What has its name as its id has told it: the engine chooses names before it asks AWS.
        var given = resource.Defaults.SetItems(resource.Inputs);
        var name = computed.Where(output => id.Equals(output.Value)).Select(output => given.GetValueOrDefault(output.Key))
            .OfType<string>().FirstOrDefault();
        var outputs = computed.ToImmutableDictionary(output => output.Key, output => Identity(resource.Type, output, id))
            .SetItems(given.Where(input => input.Value is not UnknownValue));
        var inputs = given.Values.OfType<string>().ToHashSet(StringComparer.Ordinal);
        _madeUp.AddRange(outputs.Values.OfType<string>().Append(name ?? id).Where(text => computed.ContainsValue(text) || text == id)
            .Where(text => !inputs.Contains(text)));
        return resource with
        {
            Id = name ?? id,
            Outputs = outputs.SetItems(resource.Outputs.Where(output => output.Value is not UnknownValue)),
        };
    }

    // Of what is not known nothing is computed.
    private static ImmutableDictionary<string, object> Texts(ImmutableDictionary<string, object> inputs) =>
        inputs.Where(input => input.Value is string).ToImmutableDictionary(StringComparer.Ordinal);

    private static (string Id, ImmutableDictionary<string, object> Outputs) Computed(ResourceRequest request)
    {
        if (OfKeys.TryGetValue(request.Type, out var keys))
            return (request.Made.Uuid, keys.ToImmutableDictionary(key => key, _ => (object)UnknownValue.Instance));

        var (id, outputs) = ComputedOutputs.Of(request)!.Value;
        return (id.Length > 0 ? id : request.Made.Uuid, outputs);
    }

    private static object Identity(string type, KeyValuePair<string, object> output, string id) =>
        id.Equals(output.Value) || ReferenceInputs.IsReferredTo(type, output.Key) ? output.Value : UnknownValue.Instance;
}
