namespace Infra.Common;

/// <summary>
/// What the agent on a server asks of AWS for Session Manager: AWS's minimal set, instead of its managed policy, which can also read
/// every parameter of the account. These actions know no resource. See
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html.
/// </summary>
public static class SessionManagerActions
{
    /// <summary>The actions, by the name of the service whose endpoint serves them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByService { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["ssm"] = ["ssm:UpdateInstanceInformation"],
        ["ssmmessages"] =
        [
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
        ],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByService.Values.SelectMany(actions => actions)];
}
