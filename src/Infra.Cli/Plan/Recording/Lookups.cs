using System.Collections.Immutable;
using Infra.Common;
using Pulumi.Testing;

namespace Infra.Cli.Plan.Recording;

/// <summary>Answers to what a program looks up.</summary>
internal static class Lookups
{
    /// <summary>None to a question that it does not know.</summary>
    public static object? Answer(MockCallArgs call, string region) => Answer(call, Partition.Of(region));

    private static ImmutableDictionary<string, object>? Answer(MockCallArgs call, Partition partition) => call.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => Result(
            ("accountId", Synthetic.AccountId),
            ("arn", $"arn:{partition.Name}:iam::{Synthetic.AccountId}:user/preview"),
            ("userId", "AIDAPREVIEW")),
        "aws:index/getPartition:getPartition" => Result(("partition", partition.Name), ("dnsSuffix", partition.DnsSuffix)),
        "aws:ssm/getParameter:getParameter" => Parameter((string)call.Args["name"]),
        "aws:ec2/getManagedPrefixList:getManagedPrefixList" => PrefixList(call.Args),
        _ => null,
    };

    // The program asks parameters for images alone. Any id will do: which one AWS's parameter holds today is known only there.
    private static ImmutableDictionary<string, object> Parameter(string name) =>
        Result(("name", name), ("type", "String"), ("value", new Synthetic("image", name, "").ResourceId("ami")));

    // How many entries a list of the account may have is known only there; of the least, every number of blocks fits beside it.
    private static ImmutableDictionary<string, object> PrefixList(ImmutableDictionary<string, object> args)
    {
        var id = args.GetValueOrDefault("id") ?? new Synthetic("prefix-list", (string)args["name"], "").ResourceId("pl");
        return Result(("id", id), ("maxEntries", 1));
    }

    private static ImmutableDictionary<string, object> Result(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
