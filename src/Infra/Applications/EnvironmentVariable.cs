using System.Text.RegularExpressions;

namespace Infra.Applications;

/// <summary>A variable of the application's environment, whose value anybody may know who can read the stack.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, in which <see cref="ApplicationCommand.Port"/> stands for the port.</param>
public sealed partial record EnvironmentVariable(string Name, string Value)
{
    /// <summary>Tells the application its port. Not to be set, since it follows from the setting of that name.</summary>
    public const string Port = "PORT";

    /// <summary>
    /// Tells an ASP.NET Core application where to listen: https://learn.microsoft.com/aspnet/core/fundamentals/host/web-host.
    /// </summary>
    public const string AspNetCoreUrls = "ASPNETCORE_URLS";

    /// <summary>Whether a text may be a variable's name.</summary>
    public static bool IsName(string text) => text.Length <= 128 && NameForm().IsMatch(text);

    /// <summary>The variable in <c>NAME=value</c>; null if the text has not that form.</summary>
    public static EnvironmentVariable? Of(string text) =>
        text.Split('=', 2) is [var name, var value] && IsName(name) && !value.Any(char.IsControl) ? new(name, value) : null;

    /// <summary>All that an application finds: its port, where ASP.NET Core is to listen, and what is configured.</summary>
    public static IReadOnlyList<EnvironmentVariable> All(IReadOnlyList<EnvironmentVariable> configured, int port)
    {
        EnvironmentVariable[] known =
        [
            new(Port, ApplicationCommand.Port),
            new(AspNetCoreUrls, $"http://127.0.0.1:{ApplicationCommand.Port}"),
        ];
        return
        [
            .. known.Where(variable => configured.All(other => other.Name != variable.Name)).Concat(configured)
                .Select(variable => variable with { Value = ApplicationCommand.WithPort(variable.Value, port) }),
        ];
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
