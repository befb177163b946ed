using Pulumi;
using Pulumi.Utilities;

namespace Infra.Common;

/// <summary>Rules about inputs: they hold for what is known while the program runs, and for what only the deployment will know.</summary>
internal static class InputRules
{
    /// <summary>The input, once there is nothing wrong with it.</summary>
    /// <param name="input">A value, or what will be one: the output of a resource that is still to be made.</param>
    /// <param name="problemOf">What is wrong with a value, in a sentence; null where nothing is.</param>
    /// <exception cref="ArgumentException">The value is known, and wrong. Of one that is known later the deployment fails.</exception>
    public static Output<T> Checked<T>(Input<T> input, Func<T, string?> problemOf)
    {
        var output = input.ToOutput();
        if (IsKnown(output, out var known) && problemOf(known) is { } problem)
            throw new ArgumentException(problem);

        return output.Apply(value => problemOf(value) is { } later ? throw new RunException(later) : value);
    }

    /// <summary>Whether an input is a value that the program has, and not what a resource makes, in a deployment or a test.</summary>
    public static bool IsWritten<T>(Input<T> input, out T value)
    {
        var output = input.ToOutput();
        return IsKnown(output, out value)
            && OutputUtilities.GetDependenciesAsync(output) is { IsCompletedSuccessfully: true, Result.Count: 0 };
    }

    /// <summary>Whether an output has its value already.</summary>
    public static bool IsKnown<T>(Output<T> output, out T value)
    {
        var isKnown = OutputUtilities.GetIsKnownAsync(output);
        value = isKnown is { IsCompletedSuccessfully: true, Result: true } ? OutputUtilities.GetValueAsync(output).Result : default!;
        return isKnown is { IsCompletedSuccessfully: true, Result: true };
    }
}
