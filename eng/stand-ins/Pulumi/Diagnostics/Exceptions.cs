namespace Pulumi;

/// <summary>An error whose message is all that the user needs to see.</summary>
public class RunException(string message, Exception? innerException) : Exception(message, innerException)
{
    public RunException(string message)
        : this(message, innerException: null)
    {
    }

    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) =>
        new($"Output(s) '{string.Join(", ", outputAttributeNames)}' have incorrect type. "
            + "[Output] attributed properties must be instances of Output<T>.");

    internal static RunException OutputsHaveNoValue(IEnumerable<string> outputAttributeNames) =>
        new($"Output(s) '{string.Join(", ", outputAttributeNames)}' have no value assigned. "
            + "[Output] attributed properties must be assigned inside Stack constructor.");
}

/// <summary>An error about one resource.</summary>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;
    internal bool HideStack { get; } = hideStack;
}
