using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Cli.Plan.Recording;

/// <summary>Answers to what a program looks up.</summary>
internal static class Lookups
{
    /// <summary>None to a question that it does not know.</summary>
    public static object? Answer(MockCallArgs call) => call.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => Result(
            ("accountId", Synthetic.AccountId),
            ("arn", $"arn:{Synthetic.Partition}:iam::{Synthetic.AccountId}:user/preview"),
            ("userId", "AIDAPREVIEW")),
        "aws:index/getPartition:getPartition" => Result(("partition", Synthetic.Partition), ("dnsSuffix", "amazonaws.com")),
        "aws:ssm/getParameter:getParameter" => Parameter((string)call.Args["name"]),
        _ => null,
    };

    // The program asks parameters for images alone. Any id will do: which one AWS's parameter holds today is known only there.
    private static ImmutableDictionary<string, object> Parameter(string name) =>
        Result(("name", name), ("type", "String"), ("value", new Synthetic("image", name, "").ResourceId("ami")));

    private static ImmutableDictionary<string, object> Result(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
