using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;
using Ssm = Pulumi.Aws.Ssm;

namespace Contract.Tests;

/// <summary>Inputs that Pulumi.Aws makes secret in their setters.</summary>
internal sealed class SecretInputTests
{
    private readonly RecordingMocks _mocks = new();

    [Test]
    public async Task Secret_WhenSetToNull_ReadsBackAsASecretAndIsOmitted()
    {
        var args = new Ssm.ParameterArgs { Type = "String", Value = null };
        await Run.Update(_mocks, () => new Ssm.Parameter("r", args));

        Assert.That(args.Value, Is.Not.Null);
        Assert.That((await args.Value.ToOutput().Value(), await args.Value.ToOutput().IsSecret()), Is.EqualTo(((string?)null, true)));
        Assert.That(_mocks["r"].Inputs.Keys, Is.EqualTo(["type"]));
    }

    [Test]
    public async Task RequiredSecret_WhenSetToNull_CountsAsGivenAndIsANullInItsObject()
    {
        await Run.Update(_mocks, () => new Listener("r", Authenticating(oidc => oidc.ClientSecret = null)));

        var action = (ImmutableDictionary<string, object?>)((ImmutableArray<object>)_mocks["r"].Inputs["defaultActions"])[0];
        var oidc = (ImmutableDictionary<string, object?>)action["authenticateOidc"]!;
        Assert.That(oidc.Keys, Does.Contain("clientSecret").And.Not.Contain("scope"));
        Assert.That(oidc["clientSecret"], Is.Null);
    }

    [Test]
    public Task RequiredSecret_WhenNeverSet_FailsNamingItsField() => Run.Fails(
        () => _ = new Listener("r", Authenticating(_ => { })),
        Does.Contain("ListenerDefaultActionAuthenticateOidcArgs._clientSecret is required but was not given a value"));

    private static ListenerArgs Authenticating(Action<ListenerDefaultActionAuthenticateOidcArgs> configure)
    {
        var oidc = new ListenerDefaultActionAuthenticateOidcArgs
        {
            AuthorizationEndpoint = "https://a",
            ClientId = "c",
            Issuer = "https://i",
            TokenEndpoint = "https://t",
            UserInfoEndpoint = "https://u",
        };
        configure(oidc);
        return new()
        {
            LoadBalancerArn = "arn",
            DefaultActions = { new ListenerDefaultActionArgs { Type = "authenticate-oidc", AuthenticateOidc = oidc } },
        };
    }
}
