namespace Infra.Cli.Plan.Declared;

/// <summary>
/// Actions and resources of a policy, in which an asterisk stands for any characters and a question mark for one:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html.
/// </summary>
internal static class PolicyPattern
{
    private const string Key = "key/";

    /// <summary>Whether there is an action that both patterns are for. AWS does not tell capitals and small letters apart there.</summary>
    public static bool Overlap(string one, string other)
    {
        // meets[j]: what is read of one so far can be the same text as the first j characters of the other. Before one is begun none can.
        var meets = new bool[other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            var before = meets;
            meets = new bool[other.Length + 1];
            for (var j = 0; j <= other.Length; j++)
            {
                meets[j] = i > 0 && one[i - 1] == '*' ? before[j] || (j > 0 && meets[j - 1])
                    : j > 0 && other[j - 1] == '*' ? meets[j - 1] || before[j]
                    : j > 0 ? before[j - 1] && AreSame(one[i - 1], other[j - 1])
                    : i == 0;
            }
        }

        return meets[^1];
    }

    /// <summary>Whether an action is every action of every service.</summary>
    public static bool IsEveryAction(string action) => action.Split(':').All(IsAny);

    /// <summary>Whether an action is every action of a service.</summary>
    public static bool IsWholeService(string action) => IsAny(action.Split(':')[^1]) && !IsEveryAction(action);

    /// <summary>Whether a resource is every resource, at least of every service.</summary>
    public static bool IsEverything(string resource) => resource.Split(':') is var parts && IsAny(parts.ElementAtOrDefault(2) ?? parts[^1]);

    /// <summary>Whether a resource is every key of KMS, at least in one region of one account.</summary>
    public static bool IsEveryKey(string resource) =>
        IsEverything(resource)
        || (resource.Split(':') is [_, _, "kms", .., var key]
            && IsAny(key.StartsWith(Key, StringComparison.Ordinal) ? key[Key.Length..] : key));

    /// <summary>Whether a pattern stands for more than the one thing that it writes out.</summary>
    public static bool HasWildcard(string pattern) => pattern.AsSpan().ContainsAny('*', '?');

    private static bool IsAny(string pattern) =>
        pattern.Contains('*', StringComparison.Ordinal) && pattern.All(letter => letter is '*' or '?');

    private static bool AreSame(char one, char other) =>
        one == '?' || other == '?' || char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
