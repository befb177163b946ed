namespace Pulumi;

/// <summary>Messages of the program; an error makes the deployment fail.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Discard();
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Discard();
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Discard();

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Current.Errors.Add(message);

    public static void Exception(
        Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Error(exception.ToString());

    // Nobody reads these under test, but as everywhere they make sense only inside a deployment.
    private static void Discard() => _ = Deployment.Current;
}
