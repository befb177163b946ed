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
    private readonly List<string> _madeUp = [];

    /// <summary>All that was made up.</summary>
    public IReadOnlyList<string> MadeUp => _madeUp;

    /// <summary>The resource with an id and outputs; the same where AWS has said them already.</summary>
    public ReadResource Complete(ReadResource resource)
    {
        if (!resource.IsPending)
            return resource;

        // Of what is not known nothing is computed.
        var known = resource.Inputs.Where(input => input.Value is string).ToImmutableDictionary(StringComparer.Ordinal);
        var (id, computed) = ComputedOutputs.Of(new(resource.Type, resource.Name, known, region))!.Value;

        // What has its name as its id has told it: the engine chooses names before it asks AWS.
        var name = computed.Where(output => id.Equals(output.Value)).Select(output => resource.Inputs.GetValueOrDefault(output.Key))
            .OfType<string>().FirstOrDefault();
        var outputs = computed.ToImmutableDictionary(output => output.Key, output => Identity(resource.Type, output, id));
        if (name is null)
            _madeUp.Add(id);
        _madeUp.AddRange(outputs.Where(output => !resource.Inputs.ContainsKey(output.Key)).Select(output => output.Value).OfType<string>());
        return resource with
        {
            Id = name ?? id,
            Outputs = outputs.SetItems(resource.Inputs).SetItems(resource.Outputs.Where(output => output.Value is not UnknownValue)),
        };
    }

    private static object Identity(string type, KeyValuePair<string, object> output, string id) =>
        id.Equals(output.Value) || ReferenceInputs.IsReferredTo(type, output.Key) ? output.Value : UnknownValue.Instance;
}
