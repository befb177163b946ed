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
    /// <summary>The policy that admits the identities of one account, and no request that is signed by nobody.</summary>
    /// <param name="account">The account that the stack is in.</param>
    public static Output<string> Json(AwsAccount account) => PolicyDocument.Json(new PolicyStatement
    {
        // What they may do is up to their own policies. Registering with Systems Manager by an activation code is not signed.
        Sid = "IdentitiesOfThisAccount",
        Principals = new Dictionary<string, Input<string>> { ["AWS"] = "*" },
        Actions = ["*"],
        Resources = ["*"],
        Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
        {
            ["StringEquals"] = new Dictionary<string, Input<string>> { ["aws:PrincipalAccount"] = account.Id },
        },
    });
}
