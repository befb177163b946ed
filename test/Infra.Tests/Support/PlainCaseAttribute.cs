using System.Text.RegularExpressions;

namespace Infra.Tests.Support;

/// <summary>
/// A test case whose arguments have line ends, quotes or brackets in them, by a name that has their numbers instead. Mutation testing
/// asks for tests by name, and loses those whose names need an escape.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed partial class PlainCaseAttribute : TestCaseAttribute
{
    public PlainCaseAttribute(params object?[]? arguments)
        : base(arguments) => TestName = $"{{m}}({string.Join(',', Arguments.Select(Name))})";

    /// <summary>The name of an argument without line ends, quotes, brackets or equals signs.</summary>
    public static string Name(object? argument) => Marks().Replace($"{argument}", mark => $"_{(int)mark.Value[0]:X}");

    [GeneratedRegex(@"[^A-Za-z0-9 .:;/*%@+-]")]
    private static partial Regex Marks();
}
