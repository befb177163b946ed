namespace Pulumi;

/// <summary>An error that has been logged already and is not to be reported again.</summary>
public class LogException(Exception exception) : Exception("Error occurred during logging", exception);
