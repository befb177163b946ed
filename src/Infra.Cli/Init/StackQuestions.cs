namespace Infra.Cli.Init;

/// <summary>The questions, in the order in which they are asked, and what they are answered with where nobody says otherwise.</summary>
internal static class StackQuestions
{
    private const string Region = "aws:region";

    private static readonly StackQuestion Domain = new("domainName", "--domain", "Domain name of the site, or none", "The site's name.")
    {
        CanBeNone = true,
        Affects = "allowSelfSigned",
    };

    private static readonly StackQuestion HostedZone = new(
        "hostedZoneId", "--hosted-zone", "Id of the Route 53 hosted zone that holds the name", "The zone that gets the name's records.");

    private static readonly StackQuestion Zones = new(
        "zones", "--zones", "Availability Zones, two or more", "Two, because a load balancer takes no fewer.")
    {
        IsList = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StackQuestion> All { get; } =
    [
        new(Region, "--region", "AWS region", "Where the stack is."),
        Zones,
        Domain,
        HostedZone,
        new("alarmEmail", "--email", "E-mail address for alarms, or none", "Gets every alarm, once its owner has confirmed it.")
        {
            CanBeNone = true,
        },
        new(AccountAnswer.Key, "--account", "AWS account id, the only one to deploy to, or none", "No other account is deployed to.")
        {
            IsList = true,
            CanBeNone = true,
        },
    ];

    /// <summary>Whether a question has a meaning after the answers so far.</summary>
    public static bool IsAsked(StackQuestion question, StackAnswers answers) => question != HostedZone || answers[Domain] is not null;

    /// <summary>What a question is answered with by default; none where there is no such thing.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answers">The answers so far.</param>
    /// <param name="begun">What the file says that the stack begins with.</param>
    public static SettingText? Default(StackQuestion question, StackAnswers answers, SettingText? begun) =>
        question == Zones && begun is not null && answers[All[0]] is { Items: [var region] }
            ? begun with { Items = [.. begun.Items.Select(zone => In(region, zone)).Distinct(StringComparer.Ordinal)] }
            : begun;

    // The same letters: which ones an account has of a region is not known here.
    // https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
    private static string In(string region, string zone) => zone.Length == 0 ? zone : $"{region}{zone[^1]}";
}
