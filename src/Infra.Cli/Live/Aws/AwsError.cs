using System.Text.RegularExpressions;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Aws;

/// <summary>
/// Tells faults apart by what the aws tool says on standard error. Its exit codes are no help: version 1 has the same one for all
/// (https://docs.aws.amazon.com/cli/v1/userguide/cli-usage-returncodes.html).
/// </summary>
internal static partial class AwsError
{
    // The codes that all services share, and those of the services that a drill asks:
    // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/CommonErrors.html
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
    private static readonly Dictionary<string, AwsFault> Codes = new()
    {
        ["Throttling"] = AwsFault.Throttled,
        ["ThrottlingException"] = AwsFault.Throttled,
        ["RequestLimitExceeded"] = AwsFault.Throttled,
        ["TooManyRequestsException"] = AwsFault.Throttled,
        ["RequestThrottled"] = AwsFault.Throttled,
        ["ServiceUnavailable"] = AwsFault.Throttled,
        ["InternalFailure"] = AwsFault.Throttled,
        ["InternalError"] = AwsFault.Throttled,

        // Where the answer has no code, the tool shows its HTTP status.
        ["500"] = AwsFault.Throttled,
        ["502"] = AwsFault.Throttled,
        ["503"] = AwsFault.Throttled,
        ["504"] = AwsFault.Throttled,
        ["ExpiredToken"] = AwsFault.ExpiredCredentials,
        ["ExpiredTokenException"] = AwsFault.ExpiredCredentials,
        ["RequestExpired"] = AwsFault.ExpiredCredentials,
        ["InvalidClientTokenId"] = AwsFault.UnknownCredentials,
        ["UnrecognizedClientException"] = AwsFault.UnknownCredentials,
        ["AuthFailure"] = AwsFault.UnknownCredentials,
        ["SignatureDoesNotMatch"] = AwsFault.UnknownCredentials,
        ["InstanceRefreshInProgress"] = AwsFault.RefreshInProgress,
        ["ActiveInstanceRefreshNotFound"] = AwsFault.NoRefresh,
        ["AccessDenied"] = AwsFault.Denied,
        ["AccessDeniedException"] = AwsFault.Denied,
        ["UnauthorizedOperation"] = AwsFault.Denied,
    };

    // What the tool says of itself, before it has asked any service.
    private static readonly (string Text, AwsFault Fault)[] Words =
    [
        ("Unable to locate credentials", AwsFault.NoCredentials),
        ("config profile", AwsFault.NoCredentials),
        ("Error loading SSO Token", AwsFault.ExpiredCredentials),
        ("Token has expired", AwsFault.ExpiredCredentials),
        ("has expired or is otherwise invalid", AwsFault.ExpiredCredentials),
        ("Could not connect to the endpoint URL", AwsFault.Unreachable),
        ("Connection was closed before", AwsFault.Unreachable),
        ("timeout on endpoint URL", AwsFault.Unreachable),
    ];

    /// <summary>The fault behind a failed run.</summary>
    /// <param name="command">What was asked, e.g. <c>sts get-caller-identity</c>.</param>
    /// <param name="error">What the tool wrote to standard error.</param>
    public static AwsException Of(string command, string error)
    {
        var fault = FaultOf(error);
        var said = LegibleText.Of(error.Trim());
        return new(fault, $"'aws {command}' failed: {said}{AdviceOn(fault)}");
    }

    /// <summary>The fault of a tool that was ended. It gives up a connection much earlier by itself.</summary>
    public static AwsException OfHanging(string command, string message) => new(
        AwsFault.Unreachable,
        $"'aws {command}' failed: {message}\nIt waits for something: check the network, and that the profile's credential_process ends.");

    private static AwsFault FaultOf(string error) =>
        ServiceError().Match(error) is { Success: true } match
            ? Codes.GetValueOrDefault(match.Groups["code"].Value)
            : Words.FirstOrDefault(words => error.Contains(words.Text, StringComparison.Ordinal)).Fault;

    private static string AdviceOn(AwsFault fault) => fault switch
    {
        AwsFault.NoCredentials => "\nThere are no credentials: set AWS_PROFILE, or run 'aws configure' or 'aws configure sso'.",
        AwsFault.ExpiredCredentials => "\nThe credentials have expired: get new ones, for instance by 'aws sso login'.",
        AwsFault.UnknownCredentials => "\nAWS does not know the credentials: check the profile, and AWS_ACCESS_KEY_ID if it is set.",
        AwsFault.Denied => "\nThe credentials may not do this: take a profile that may.",
        AwsFault.Unreachable => "\nAWS can't be reached: check the network, a proxy, and AWS_ENDPOINT_URL if it is set.",
        AwsFault.Throttled => "\nAWS takes no more requests for now, even after many tries: try again later.",
        _ => "",
    };

    [GeneratedRegex(@"An error occurred \((?<code>[A-Za-z0-9.]+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ServiceError();
}
