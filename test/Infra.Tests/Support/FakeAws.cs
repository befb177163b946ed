using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests.Support;

/// <summary>
/// AWS as far as Pulumi's mocks see it: records what is registered, echoes inputs as outputs, adds what AWS computes.
/// Strict: a lookup that it does not know fails with its token.
/// </summary>
public class FakeAws : IMocks
{
    public const string AccountId = "123456789012";
    public const string Region = "eu-west-1";
    public const string ImageId = "ami-0123456789abcdef0";

    private readonly List<MockResourceArgs> _registered = [];

    public IReadOnlyList<MockResourceArgs> Registered => _registered;

    /// <summary>The outputs of the components and of the stack.</summary>
    public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = new();

    public virtual Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_registered)
            _registered.Add(args);

        var id = $"{args.Name}-id";
        var state = args.Inputs.SetItems(ComputedOutputs.Of(args, id));
        return Task.FromResult<(string?, object)>((id, state));
    }

    public virtual Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => Result(("accountId", AccountId)),
        "aws:index/getPartition:getPartition" => Result(("partition", "aws"), ("dnsSuffix", "amazonaws.com")),
        "aws:ssm/getParameter:getParameter" => Result(("name", args.Args["name"]), ("value", ImageId)),
        "aws:ec2/getManagedPrefixList:getManagedPrefixList" => args.Args.TryGetValue("id", out var id)
            ? Result(("id", id), ("maxEntries", 1))
            : Result(("id", "pl-of-a-name")),
        _ => throw new NotSupportedException($"FakeAws knows no lookup {args.Token}"),
    });

    public virtual Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Enqueue(args);
        return Task.CompletedTask;
    }

    private static ImmutableDictionary<string, object> Result(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
