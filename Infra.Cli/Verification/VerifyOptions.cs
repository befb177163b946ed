using System.CommandLine;
using System.Globalization;
using System.Net;
using Infra.Cli.StackFiles;

namespace Infra.Cli.Verification;

/// <summary>The argument and the options of <c>infra verify</c>.</summary>
internal sealed class VerifyOptions
{
    private readonly Argument<string?> _url = new("url")
    {
        Description = "The site: https://www.example.com.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _stack = new("--stack")
    {
        Description = "Takes the URL from the outputs of this stack, by the Pulumi CLI.",
        HelpName = "stack",
    };

    private readonly Option<string?> _ca = new("--ca")
    {
        Description = "Trusts the certificates of this PEM file, and no others.",
        HelpName = "file",
    };

    private readonly Option<int?> _httpPort = new("--http-port")
    {
        Description = "Where plain HTTP is: port 80 unless given, if the URL has no port of its own.",
        HelpName = "port",
    };

    private readonly Option<string> _healthPath = new("--health-path")
    {
        Description = "The path of the health check.",
        HelpName = "path",
        DefaultValueFactory = _ => LiveSite.DefaultHealthPath,
    };

    private readonly Option<string?> _connectTo = new("--connect-to")
    {
        Description = "Connects to this host in place of the URL's, e.g. to a load balancer that DNS does not lead to yet.",
        HelpName = "host",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Prints the report for programs." };

    private readonly Option<string?> _junit = new("--junit")
    {
        Description = "Also writes the report to this file, as JUnit's XML.",
        HelpName = "file",
    };

    /// <summary>Adds them to a command.</summary>
    public VerifyOptions(Command command)
    {
        command.Arguments.Add(_url);
        foreach (var option in new Option[] { _stack, _ca, _httpPort, _healthPath, _connectTo, _json, _junit })
            command.Options.Add(option);
        command.Validators.Add(line =>
        {
            if (line.GetValue(_url) is null == line.GetValue(_stack) is null)
                line.AddError("Say what to verify: a URL, or --stack, and not both.");
        });
    }

    public bool AsJson(ParseResult line) => line.GetValue(_json);

    /// <summary>Where to write JUnit's XML; none if nowhere.</summary>
    public string? JUnitFile(ParseResult line) => line.GetValue(_junit);

    /// <summary>The site that a command line names.</summary>
    /// <exception cref="InvalidUsageException">It names none that can be verified.</exception>
    public async Task<LiveSite> SiteAsync(ParseResult line, CancellationToken cancellation)
    {
        var url = line.GetValue(_stack) is { } stack ? await StackUrl.OfAsync(stack, cancellation) : line.GetValue(_url)!;
        var site = new LiveSite(Parsed(url))
        {
            HealthPath = HealthPath(line.GetRequiredValue(_healthPath)),
            ConnectTo = line.GetValue(_connectTo),
            Trusted = line.GetValue(_ca) is { } file ? TrustedCertificates.Read(file) : null,
        };
        return line.GetValue(_httpPort) is { } port ? site with { HttpPort = HttpPort(port) } : site;
    }

    private static Uri Parsed(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Host != ""
            && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? url
            : throw new InvalidUsageException(
                $"the URL must be https://, a host, and a port unless it is 443, as in https://www.example.com; got '{LegibleText.Of(text)}'");

    private static string HealthPath(string path) =>
        path.StartsWith('/') && path.All(character => char.IsAscii(character) && character is > ' ' and not '\x7f')
            ? path
            : throw new InvalidUsageException(
                $"--health-path must begin with a slash and have nothing in it that a URL encodes, got '{LegibleText.Of(path)}'");

    private static int HttpPort(int port) =>
        port is > IPEndPoint.MinPort and <= IPEndPoint.MaxPort
            ? port
            : throw new InvalidUsageException($"--http-port must be from 1 to {IPEndPoint.MaxPort}, got {port}");
}
