using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

/// <summary>What is known of the outputs of a resource that is to be updated.</summary>
internal static class OutputsOnUpdate
{
    // Counted, or computed from what is in it. Ids, ARNs and names stay: with another one a resource is another.
    private static readonly Dictionary<string, string[]> Changing = new(StringComparer.Ordinal)
    {
        [TypeToken.LaunchTemplate] = ["latestVersion", "defaultVersion"],
        [TypeToken.BucketObject] = ["versionId", "etag"],
        [TypeToken.Vpc] = ["ipv6CidrBlock"],
        [TypeToken.SelfSignedCert] = ["certPem"],
    };

    /// <summary>The outputs that stay, and the inputs.</summary>
    public static ImmutableDictionary<string, object> Of(ReadResource updated, ImmutableDictionary<string, object> before) =>
        before
            .SetItems(Changing.GetValueOrDefault(updated.Type, [])
                .Where(before.ContainsKey)
                .Select(output => KeyValuePair.Create(output, (object)UnknownValue.Instance)))
            .SetItems(updated.Inputs);
}
