namespace Infra.Cli.Plan.Declared;

/// <summary>What a stack declares of its behaviour. A rehearsal runs on this and on nothing else: what is not declared does not happen.</summary>
internal sealed record DeclaredStack
{
    public required string StackName { get; init; }

    public required DeclaredLoadBalancer LoadBalancer { get; init; }

    public required DeclaredTargetGroup TargetGroup { get; init; }

    public required DeclaredGroup Group { get; init; }

    public required DeclaredServer Server { get; init; }

    public required DeclaredExpectations Expected { get; init; }
}

/// <summary>What the stack's outputs promise.</summary>
/// <param name="NoticeSickServer">The longest until a server that stops answering gets no more requests.</param>
/// <param name="ReplaceSickServer">The longest until the replacement of a server that stops answering gets requests.</param>
/// <param name="AddServer">The longest until one more server gets requests after the load has risen above the target.</param>
internal sealed record DeclaredExpectations(TimeSpan NoticeSickServer, TimeSpan ReplaceSickServer, TimeSpan AddServer);
