namespace Pulumi;

/// <summary>An error whose message is all that the user needs to see.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : this(message, innerException: null)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) =>
        new($"Output(s) '{string.Join(", ", outputAttributeNames)}' have incorrect type. "
            + "[Output] attributed properties must be instances of Output<T>.");

    internal static RunException OutputsHaveNoValue(IEnumerable<string> outputAttributeNames) =>
        new($"Output(s) '{string.Join(", ", outputAttributeNames)}' have no value assigned. "
            + "[Output] attributed properties must be assigned inside Stack constructor.");
}
