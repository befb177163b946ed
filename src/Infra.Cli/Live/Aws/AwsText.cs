namespace Infra.Cli.Live.Aws;

/// <summary>The forms of what comes from a stack's outputs or from AWS, and goes back to AWS as an argument.</summary>
internal static class AwsText
{
    /// <summary>A region, a name or an id. A version of a launch template can also be <c>$Latest</c> or <c>$Default</c>.</summary>
    public const string Word = @"^[$A-Za-z0-9][A-Za-z0-9._-]*\z";

    /// <summary>
    /// An alarm, which whoever made it has called anything: but no option, no list in JSON, and no file or page that the tool would read.
    /// </summary>
    public const string Alarm = @"^(?![A-Za-z0-9]+://)[\p{L}\p{N}_][^\p{C}\p{Zl}\p{Zp}]*\z";

    /// <summary>See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html.</summary>
    public const string Arn = @"^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:[A-Za-z0-9/._-]+\z";
}
