using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Settings.Reading;

namespace Infra.Settings;

/// <summary>
/// The tags that a stack's own configuration puts on everything. The provider's <c>defaultTags</c> reach neither what a launch template
/// launches nor an Auto Scaling group, see https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags, so the program
/// puts them on everything itself.
/// </summary>
internal static partial class DefaultTagRules
{
    private const string Key = "aws:defaultTags";
    private const string Mend = "set one by the command `pulumi config set --path aws:defaultTags.tags.Owner web-team`";

    // An object in S3 takes ten, and four are the program's: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html.
    private const int Most = 6;

    // IAM takes no two keys that differ in case alone: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html.
    private static readonly ImmutableHashSet<string> Own =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "Name", "Project", "Environment", "ManagedBy");

    /// <summary>Reads them; none where there are none, or something is wrong with them.</summary>
    public static IReadOnlyDictionary<string, string> Read(ConfigSource source, ProblemList problems)
    {
        if (source.SecretKeys.Contains(Key))
        {
            problems.AddSecretProvider(Key);
            return ImmutableDictionary<string, string>.Empty;
        }

        if (source.Provider.GetValueOrDefault("defaultTags") is not { Length: > 0 } text)
            return ImmutableDictionary<string, string>.Empty;

        if (TagsIn(text) is not { } tags)
        {
            problems.AddProvider(new(Key, """must be {"tags": {...}} with texts in it""", text, Mend));
            return ImmutableDictionary<string, string>.Empty;
        }

        foreach (var (key, value) in tags)
            Check(key, value, problems);

        foreach (var twice in tags.Keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(keys => keys.Count() > 1))
            Add(problems, "must not differ in case alone, since IAM takes no two such keys", string.Join(" and ", twice), "keep one of them");

        if (tags.Count > Most)
        {
            Add(
                problems,
                $"must be at most {Most}: an object in S3 takes ten, of which four are the program's",
                $"{tags.Count}",
                "keep those that are needed most");
        }

        return tags;
    }

    private static void Check(string key, string value, ProblemList problems)
    {
        if (Own.Contains(key))
            Add(problems, "must not be a tag that every resource has from the program", key, "take it out, or give it another name");
        else if (!IsKey().IsMatch(key) || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            Add(problems, "must have keys of 1 to 128 letters, digits, spaces and _.:/=+-@, not beginning with aws:", key, "write it so");
        else if (!IsValue().IsMatch(value))
            Add(problems, $"must have values of at most 256 letters, digits, spaces and _.:/=+-@ ({key})", value, "write it so");
    }

    private static void Add(ProblemList problems, string rule, string got, string mend) => problems.AddProvider(new(Key, rule, got, mend));

    private static SortedDictionary<string, string>? TagsIn(string text)
    {
        try
        {
            var all = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string?>>>(text);
            return all is { Count: 1 } && all.GetValueOrDefault("tags") is { } tags && !tags.ContainsValue(null)
                ? new(tags.ToDictionary(tag => tag.Key, tag => tag.Value!), StringComparer.Ordinal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // See https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html.
    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsKey();

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsValue();
}
