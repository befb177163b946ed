using Infra.Cli.Live.Aws;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>Why AWS could not be asked, by what the aws tool says; and what to do.</summary>
internal sealed class AwsErrorTests
{
    [TestCase(AwsFault.Throttled, "Throttling")]
    [TestCase(AwsFault.Throttled, "ThrottlingException")]
    [TestCase(AwsFault.Throttled, "RequestLimitExceeded")]
    [TestCase(AwsFault.Throttled, "TooManyRequestsException")]
    [TestCase(AwsFault.Throttled, "RequestThrottled")]
    [TestCase(AwsFault.Throttled, "ServiceUnavailable")]
    [TestCase(AwsFault.Throttled, "InternalFailure")]
    [TestCase(AwsFault.Throttled, "InternalError")]
    [TestCase(AwsFault.Throttled, "500")]
    [TestCase(AwsFault.Throttled, "502")]
    [TestCase(AwsFault.Throttled, "503")]
    [TestCase(AwsFault.Throttled, "504")]
    [TestCase(AwsFault.ExpiredCredentials, "ExpiredToken")]
    [TestCase(AwsFault.ExpiredCredentials, "ExpiredTokenException")]
    [TestCase(AwsFault.ExpiredCredentials, "RequestExpired")]
    [TestCase(AwsFault.UnknownCredentials, "InvalidClientTokenId")]
    [TestCase(AwsFault.UnknownCredentials, "UnrecognizedClientException")]
    [TestCase(AwsFault.UnknownCredentials, "AuthFailure")]
    [TestCase(AwsFault.UnknownCredentials, "SignatureDoesNotMatch")]
    [TestCase(AwsFault.RefreshInProgress, "InstanceRefreshInProgress")]
    [TestCase(AwsFault.NoRefresh, "ActiveInstanceRefreshNotFound")]
    [TestCase(AwsFault.Denied, "AccessDenied")]
    [TestCase(AwsFault.Denied, "AccessDeniedException")]
    [TestCase(AwsFault.Denied, "UnauthorizedOperation")]
    [TestCase(AwsFault.Other, "TargetGroupNotFound")]
    public void Code_OfAService_HasItsFault(AwsFault fault, string code)
    {
        // With words that would mean another fault.
        var error = $"\nAn error occurred ({code}) when calling the DescribeInstances operation: Token has expired\n";

        AssertIs(fault, error, AwsError.Of("some command", error));
    }

    // The first, the second, the fourth and the sixth are recorded, of the tool itself; the others are AWS's words.
    [PlainCase(AwsFault.NoCredentials, "Unable to locate credentials. You can configure credentials by running \"aws configure\".")]
    [PlainCase(AwsFault.NoCredentials, "The config profile (nobody) could not be found")]
    [PlainCase(AwsFault.ExpiredCredentials, "Error loading SSO Token: Token for main does not exist")]
    [PlainCase(AwsFault.ExpiredCredentials, "Error when retrieving token from sso: Token has expired and refresh failed")]
    [PlainCase(AwsFault.ExpiredCredentials, "The SSO session associated with this profile has expired or is otherwise invalid.")]
    [PlainCase(AwsFault.Unreachable, "Could not connect to the endpoint URL: \"http://127.0.0.1:1/\"")]
    [PlainCase(
        AwsFault.Unreachable, "Connection was closed before we received a valid response from endpoint URL: \"http://127.0.0.1:1/\"")]
    [PlainCase(AwsFault.Unreachable, "Read timeout on endpoint URL: \"http://127.0.0.1:1/\"")]
    [PlainCase(AwsFault.Other, "something else")]
    [PlainCase(AwsFault.Other, "")]
    public void Words_OfTheTool_HaveTheirFault(AwsFault fault, string words)
    {
        var error = $"\n{words}\n";

        AssertIs(fault, error, AwsError.Of("some command", error));
    }

    [Test]
    public void Error_ThatSteersATerminal_IsWrittenOut() => Assert.That(
        AwsError.Of("some command", "\n\e[2Jgone\n").Message, Is.EqualTo(@"'aws some command' failed: \u001b[2Jgone"));

    [Test]
    public void ToolThatHangs_IsSaid_WithWhatToCheck()
    {
        var failure = AwsError.OfHanging("some command", "it was ended after 2 min");

        Assert.That(failure.Fault, Is.EqualTo(AwsFault.Unreachable));
        Assert.That(failure.Message, Is.EqualTo(
            "'aws some command' failed: it was ended after 2 min\n"
            + "It waits for something: check the network, and that the profile's credential_process ends."));
    }

    private static void AssertIs(AwsFault fault, string error, AwsException failure)
    {
        var advice = fault switch
        {
            AwsFault.NoCredentials => "\nThere are no credentials: set AWS_PROFILE, or run 'aws configure' or 'aws configure sso'.",
            AwsFault.ExpiredCredentials => "\nThe credentials have expired: get new ones, for instance by 'aws sso login'.",
            AwsFault.UnknownCredentials =>
                "\nAWS does not know the credentials: check the profile, and AWS_ACCESS_KEY_ID if it is set.",
            AwsFault.Denied => "\nThe credentials may not do this: take a profile that may.",
            AwsFault.Unreachable => "\nAWS can't be reached: check the network, a proxy, and AWS_ENDPOINT_URL if it is set.",
            AwsFault.Throttled => "\nAWS takes no more requests for now, even after many tries: try again later.",
            _ => "",
        };

        Assert.That(failure.Fault, Is.EqualTo(fault));
        Assert.That(failure.Message, Is.EqualTo($"'aws some command' failed: {error.Trim()}{advice}"));
    }
}
