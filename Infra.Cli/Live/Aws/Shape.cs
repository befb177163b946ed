using System.Text.RegularExpressions;

namespace Infra.Cli.Live.Aws;

/// <summary>
/// The form that a text of AWS or of a stack's outputs has. What has none of these would be more than a value where it becomes an argument
/// of the aws tool: an option (<c>--cli-input-json</c>), a file to send (<c>file://</c>), a list, or one field more of a filter or a tag.
/// </summary>
internal sealed partial class Shape
{
    private readonly Regex _form;
    private readonly string _words;

    private Shape(Regex form, string words) => (_form, _words) = (form, words);

    /// <summary>A shape by its name.</summary>
    public static Shape Of(ShapeName name) => name switch
    {
        ShapeName.Account => new(Account(), "an account's twelve digits"),
        ShapeName.Arn => new(Arn(), "an ARN"),
        ShapeName.Region => new(Region(), "a region"),
        ShapeName.Name => new(Name(), "a name of letters, digits, and . _ - in between"),
        ShapeName.Alarm => new(Alarm(), "an alarm's name"),
        ShapeName.Id => new(Id(), "an id"),
        ShapeName.Version => new(Version(), "the number of a version"),
        ShapeName.Address => new(Address(), "an IP address or a block of them"),
        ShapeName.Host => new(Host(), "a host's name"),
        _ => new(Word(), "one word"),
    };

    /// <summary>What is wrong with a text; nothing if it has the shape.</summary>
    public string? FaultOf(string text) => _form.IsMatch(text) ? null : $"must be {_words}";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\A[0-9]{12}\z", Options)]
    private static partial Regex Account();

    [GeneratedRegex(@"\Aarn:[!-~]{1,2044}\z", Options)]
    private static partial Regex Arn();

    // E.g. eu-west-1, us-gov-west-1, eusc-de-east-1.
    [GeneratedRegex(@"\A[a-z]{2,8}(-[a-z]{1,16}){1,3}-[0-9]{1,2}\z", Options)]
    private static partial Regex Region();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,254}\z", Options)]
    private static partial Regex Name();

    // Alarms of others have any name; the aws tool reads one that begins with a bracket as JSON, and one with a scheme from a file.
    [GeneratedRegex(@"\A(?![A-Za-z0-9]+://)[\p{L}\p{N}_][^\p{C}\p{Zl}\p{Zp}]{0,254}\z", Options)]
    private static partial Regex Alarm();

    // Of a target it may be an address or an ARN.
    [GeneratedRegex(@"\A(?![A-Za-z0-9]+://)[A-Za-z0-9][A-Za-z0-9.:/-]{0,254}\z", Options)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A([0-9]{1,18}|\$Latest|\$Default)\z", Options)]
    private static partial Regex Version();

    [GeneratedRegex(@"\A[0-9A-Fa-f.:]{2,45}(/[0-9]{1,3})?\z", Options)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A([A-Za-z0-9][A-Za-z0-9.-]{0,254})?\z", Options)]
    private static partial Regex Host();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9:._-]{0,254}\z", Options)]
    private static partial Regex Word();
}
