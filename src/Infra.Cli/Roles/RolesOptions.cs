using System.CommandLine;
using System.Text.RegularExpressions;

namespace Infra.Cli.Roles;

/// <summary>The options of <c>infra roles</c>.</summary>
internal sealed partial class RolesOptions
{
    // What the subject of a token begins with, and GitHub shows with it.
    private const string SubjectPrefix = "repo:";

    private readonly RequiredOption _account = new("--account")
    {
        Description = "The AWS account that the stack is in.",
        HelpName = "id",
        Form = "12 digits",
        Pattern = Account(),
        Mend = "take it from `aws sts get-caller-identity`",
    };

    private readonly RequiredOption _repository = new("--repository")
    {
        Description = "The repository on github.com, owner/name; owner@id/name@id where its OIDC settings show ids.",
        HelpName = "owner/name",
        Form = "owner/name or owner@id/name@id",
        Pattern = Repository(),
        Mend = "take it from `gh api repos/<owner>/<name>/actions/oidc/customization/sub`",
    };

    private readonly RequiredOption _stateBucket = new("--state-bucket")
    {
        Description = "The S3 bucket with Pulumi's state; this stack's is in it at <project>/<stack>.",
        HelpName = "name",
        Form = "a bucket's name, 3 to 63 lower-case letters, digits, dots and hyphens",
        Pattern = Bucket(),
        Mend = "take it from the URL of `pulumi login`, s3://<name>/<project>/<stack>",
    };

    private readonly RequiredOption _stateKey = new("--state-key")
    {
        Description = "The KMS key of the secrets in this stack's state: its id; its ARN if it is in another region or account.",
        HelpName = "id",
        Form = "the id or the ARN of a KMS key, not an alias",
        Pattern = Key(),
        Mend = "take it from `aws kms describe-key --key-id <alias>`",
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "Writes a file for each document into this folder, instead of JSON to the standard output.",
        HelpName = "folder",
    };

    /// <summary>Adds them to a command.</summary>
    public RolesOptions(Command command)
    {
        foreach (var option in Required)
            option.AddTo(command);
        command.Options.Add(_output);
    }

    private IEnumerable<RequiredOption> Required => [_account, _repository, _stateBucket, _stateKey];

    /// <summary>All that is wrong with them.</summary>
    public IEnumerable<string> Problems(ParseResult line)
    {
        var problems = Required.Select(option => option.Problem(line)).OfType<string>();
        return line.GetValue(_output) is "" ? problems.Append("--output must name a folder, got '': write one, such as roles") : problems;
    }

    /// <summary>What they say, if nothing is wrong with them.</summary>
    public AccountFacts Facts(ParseResult line)
    {
        var repository = _repository.Value(line);
        return new(
            _account.Value(line),
            repository.StartsWith(SubjectPrefix, StringComparison.Ordinal) ? repository[SubjectPrefix.Length..] : repository,
            _stateBucket.Value(line),
            _stateKey.Value(line));
    }

    /// <summary>The folder for the documents; none if they go to the standard output.</summary>
    public string? Folder(ParseResult line) => line.GetValue(_output);

    [GeneratedRegex(@"^[0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    // Both parts have an id, or neither: https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims.
    [GeneratedRegex(
        @"^(repo:)?[A-Za-z0-9][A-Za-z0-9_-]{0,38}(?<id>@[0-9]+)?/(?!\.{1,2}(@|\z))[A-Za-z0-9._-]{1,100}(?(id)@[0-9]+)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Repository();

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bucket();

    // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id; mrk- is a key for several regions.
    [GeneratedRegex(
        @"^(arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/)?([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
