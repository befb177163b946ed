using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>
/// Moves a server's nginx configuration to this machine: to a loopback port, and into a folder that stands for the server's root directory.
/// A port that the servers' security group does not open goes. Every other byte stays.
/// </summary>
internal static partial class LocalConfiguration
{
    // nginx makes these when it starts, at places of its build that only root may write to. Relative paths are relative to the folder.
    private const string TemporaryPaths =
        """

            client_body_temp_path tmp/body;
            proxy_temp_path tmp/proxy;
            fastcgi_temp_path tmp/fastcgi;
            uwsgi_temp_path tmp/uwsgi;
            scgi_temp_path tmp/scgi;
        """;

    /// <summary>Moves it.</summary>
    /// <param name="text">The configuration that the user data writes.</param>
    /// <param name="declaredPort">The port at which the load balancer asks the server.</param>
    /// <param name="port">The loopback port that stands for it.</param>
    /// <param name="applicationPort">The loopback port at which the application listens here; none without an application.</param>
    /// <exception cref="InvalidUsageException">It has a directive that can't be moved.</exception>
    public static string Of(string text, int declaredPort, int port, int? applicationPort = null)
    {
        var declared = declaredPort.ToString(CultureInfo.InvariantCulture);
        var moved = text.Split('\n').Select(line => Moved(line, declared, port, applicationPort)).ToArray();
        return moved.Count(line => Directive().Match(line).Groups["name"].Value == "listen") == 1
            ? string.Join('\n', moved)
            : throw new InvalidUsageException(
                $"nginx.conf must have one listen directive for port {declared}, on a line of its own, to be rehearsed");
    }

    private static string Moved(string line, string declaredPort, int port, int? applicationPort)
    {
        var directive = Directive().Match(line);
        var value = directive.Groups["value"].Value;
        return directive.Groups["name"].Value switch
        {
            // Who rehearses runs the server, and may have no such user.
            "user" => "",
            "http" => line + TemporaryPaths,
            "listen" when ListenPort().Match(value) is { Success: true } listened => listened.Value == declaredPort
                ? directive.Result("${start}") + ListenPort().Replace(value, $"127.0.0.1:{port}")
                : "",
            "server" when applicationPort is not null && LocalAddress().IsMatch(value) =>
                directive.Result("${start}") + LocalAddress().Replace(value, $"127.0.0.1:{applicationPort}"),
            // The load balancer is on this machine too.
            "set_real_ip_from" => directive.Result("${start}") + "127.0.0.1;",
            "pid" or "error_log" or "access_log" or "include" or "root" or "ssl_certificate" or "ssl_certificate_key" =>
                directive.Result("${start}") + value.TrimStart('/'),
            // Their paths are a request's, not a file's.
            "location" or "error_page" or "try_files" or "return" or "rewrite" => line,
            var name when name == "listen" || AbsolutePath().IsMatch(value) =>
                throw new InvalidUsageException(
                    $"nginx.conf must have only directives that a rehearsal can move to this machine, got: {line.Trim()}"),
            _ => line,
        };
    }

    [GeneratedRegex(@"^(?<start>\s*(?<name>[a-z_]+)\s+)(?<value>.*)$")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\d+(?=[\s;])")]
    private static partial Regex ListenPort();

    [GeneratedRegex(@"^127\.0\.0\.1:\d+(?=[\s;])")]
    private static partial Regex LocalAddress();

    [GeneratedRegex("""(^|\s)["']?/""")]
    private static partial Regex AbsolutePath();
}
