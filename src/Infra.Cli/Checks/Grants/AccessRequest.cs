using System.Collections.Immutable;

namespace Infra.Cli.Checks.Grants;

/// <summary>Somebody who wants to do something.</summary>
/// <param name="Kind">The kind of principal as policies name it: <c>Service</c> or <c>AWS</c>.</param>
/// <param name="Principal">The service's name, or the ARN of a role or an account's root.</param>
/// <param name="Action">E.g. <c>s3:PutObject</c>.</param>
/// <param name="Resource">The ARN that it is done to.</param>
internal sealed record AccessRequest(string Kind, string Principal, string Action, string Resource)
{
    /// <summary>What conditions may ask for, by key. Everybody here comes by TLS.</summary>
    public ImmutableDictionary<string, string> Context { get; init; } = ImmutableDictionary
        .Create<string, string>(StringComparer.OrdinalIgnoreCase)
        .Add("aws:SecureTransport", "true");

    /// <summary>A service's request, on behalf of an account's resource.</summary>
    public static AccessRequest OfService(string service, string action, string resource, string account, string source) =>
        new AccessRequest("Service", service, action, resource).With("aws:SourceAccount", account).With("aws:SourceArn", source);

    /// <summary>A request of an identity that no policy names; a role's own policies ask for none.</summary>
    public static AccessRequest OfAnybody(string action, string resource) => new("AWS", "anybody", action, resource);

    public AccessRequest With(string key, string value) => this with { Context = Context.SetItem(key, value) };

    public override string ToString() => $"{Principal} to {Action} on {Resource}";
}
