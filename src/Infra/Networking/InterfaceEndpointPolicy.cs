using Infra.Applications;
using Infra.Common;
using Pulumi;

namespace Infra.Networking;

/// <summary>
/// What may be asked through an interface endpoint. Without a policy an endpoint serves credentials of every account: whoever took a
/// server could carry data out, or be told what to do, by Systems Manager of an account of their own. See
/// https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html.
/// </summary>
public static class InterfaceEndpointPolicy
{
    /// <summary>The name of the service that keeps logs.</summary>
    public const string Logs = "logs";

    /// <summary>The policy that admits what servers ask of the service, as identities of one account.</summary>
    /// <param name="service">One of the services of <see cref="SessionManagerActions"/>, one that keeps secrets, or that of logs.</param>
    /// <param name="args">What servers ask through the endpoints.</param>
    public static Output<string> Json(string service, VpcEndpointsArgs args) => PolicyDocument.Json(
    [
        .. SessionManager(args.Account, service),
        .. Secrets(args.Account, args.Secrets.Where(secret => secret.Service == service)),
        .. service == Logs && args.LogGroup is { } group
            ? [Statement("LogsOfTheApplication", ApplicationLogGroup.Actions, [group.Streams], args.Account)]
            : Array.Empty<PolicyStatement>(),
    ]);

    private static IEnumerable<PolicyStatement> SessionManager(AwsAccount account, string service) =>
        SessionManagerActions.ByService.TryGetValue(service, out var actions)
            ? [Statement("ServersOfThisAccount", actions, ["*"], account)]
            : [];

    private static IEnumerable<PolicyStatement> Secrets(AwsAccount account, IEnumerable<ApplicationSecret> secrets) => secrets
        .GroupBy(secret => secret.ReadAction)
        .Select(group => Statement(
            "SecretsOfTheApplication", [group.Key], [.. group.Select(secret => secret.Arn).Distinct().Select(arn => (Input<string>)arn)],
            account));

    private static PolicyStatement Statement(
        string sid, IReadOnlyList<string> actions, IReadOnlyList<Input<string>> resources, AwsAccount account) => new()
        {
            Sid = sid,
            Principals = new Dictionary<string, Input<string>> { ["AWS"] = "*" },
            Actions = actions,
            Resources = resources,
            Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
            {
                // A request that nobody signed has none, such as registering with an activation code of any account.
                ["StringEquals"] = new Dictionary<string, Input<string>> { ["aws:PrincipalAccount"] = account.Id },
            },
        };
}
