using System.Text.Json;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>
/// What becomes of a value in a file that no run of the program would have made, such as a policy that is no JSON, or a time of a million
/// years. Readers and controls are written for stacks; a file may hold anything.
/// </summary>
internal static class MalformedValue
{
    /// <summary>Whether a fault is what reading such a value ends in.</summary>
    public static bool Causes(Exception fault) => fault is ArithmeticException or ArgumentException or FormatException or JsonException
        or InvalidOperationException or NotSupportedException or NullReferenceException or KeyNotFoundException
        or IndexOutOfRangeException or InvalidCastException;

    /// <summary>A clause that follows the name of what has the value.</summary>
    public static string Clause(Exception fault) => $"has a value of a form that no stack has ({LegibleText.Of(fault.Message)})";
}
