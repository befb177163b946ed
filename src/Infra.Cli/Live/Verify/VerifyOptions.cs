using System.CommandLine;
using System.Globalization;
using System.Net;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.LoadBalancing;

namespace Infra.Cli.Live.Verify;

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
        Description = "Takes the URL, and what else it says, from the outputs of this stack, by the Pulumi CLI.",
        HelpName = "stack",
    };

    private readonly Option<string?> _ca = new("--ca")
    {
        Description = "Trusts the certificates of this PEM file, and no others; a stack's own self-signed one unless given.",
        HelpName = "file",
    };

    private readonly Option<int?> _httpPort = new("--http-port")
    {
        Description = "Where plain HTTP is: port 80 unless given, if the URL has no port of its own.",
        HelpName = "port",
    };

    private readonly Option<string?> _healthPath = new("--health-path")
    {
        Description = $"The path of the health check: the stack's, or {LiveSite.DefaultHealthPath}, unless given.",
        HelpName = "path",
    };

    private readonly Option<int?> _status = new("--status")
    {
        Description = $"The status that the front page answers: {LiveSite.DefaultFrontStatus} unless given, e.g. 401 behind a password.",
        HelpName = "code",
    };

    private readonly Option<bool> _tls13Only = new("--tls13-only")
    {
        Description = "Wants TLS 1.2 refused as well; a stack says by its security policy whether that is so.",
    };

    private readonly Option<string?> _connectTo = new("--connect-to")
    {
        Description = "Connects to this host in place of the URL's, e.g. to a load balancer that DNS does not lead to yet.",
        HelpName = "host",
    };

    /// <summary>Adds them to a command.</summary>
    public VerifyOptions(Command command)
    {
        _stack.CompleteStacks();
        command.Arguments.Add(_url);
        foreach (var option in new Option[] { _stack, _ca, _httpPort, _healthPath, _status, _tls13Only, _connectTo })
            command.Options.Add(option);
        Report = new(command, isEvidence: true);
        command.AddRule(line =>
        {
            if (line.GetResult(_url) is null == line.GetResult(_stack) is null)
                line.AddError("Say what to verify: a URL, or --stack, and not both.");
        });
    }

    /// <summary>Where the report goes.</summary>
    public ReportOptions Report { get; }

    /// <summary>The stack that a command line names; none if it names a URL.</summary>
    public string? Stack(ParseResult line) => line.GetValue(_stack);

    /// <summary>The site that a command line names.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="outputs">What the stack that it names says; none if it names a URL.</param>
    /// <exception cref="InvalidUsageException">It names none that can be verified.</exception>
    public LiveSite Site(ParseResult line, SiteOutputs? outputs)
    {
        var site = outputs is not null ? OfStack(line.GetValue(_stack)!, outputs) : new LiveSite(Parsed(line.GetValue(_url)!));
        site = site with { ConnectTo = line.GetValue(_connectTo), IsTls13Only = site.IsTls13Only || line.GetValue(_tls13Only) };
        if (line.GetValue(_healthPath) is { } path)
            site = site with { HealthPath = HealthPath(path, _healthPath.Name) };
        if (line.GetValue(_status) is { } status)
            site = site with { FrontStatus = FrontStatus(status) };
        if (line.GetValue(_ca) is { } file)
            site = site with { Trusted = TrustedCertificates.Read(file), TrustedBy = _ca.Name };
        return line.GetValue(_httpPort) is { } port ? site with { HttpPort = HttpPort(port) } : site;
    }

    private static LiveSite OfStack(string stack, SiteOutputs outputs)
    {
        var site = new LiveSite(Parsed(outputs.Url))
        {
            Declared = DeclaredAnswers.OfStack(outputs.ResponseHeaders),
            HealthPath = outputs.HealthCheckPath is { } path
                ? HealthPath(path, $"--stack {stack}: the output 'healthCheckPath'")
                : LiveSite.DefaultHealthPath,
            IsTls13Only = outputs.TlsPolicy is { } policy && TlsPolicies.IsTls13Only(policy),
            TlsPolicy = outputs.TlsPolicy,
        };
        return outputs.Certificate is { } pem
            ? site with
            {
                Trusted = TrustedCertificates.Parse(pem, $"--stack {stack}: the output 'certificate'"),
                TrustedBy = "the stack's outputs",
            }
            : site;
    }

    private static Uri Parsed(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? url
            : throw new InvalidUsageException(
                "the URL must be https://, a host, and a port unless it is 443, as in https://www.example.com; "
                + $"got '{LegibleText.Of(text)}'");

    private static string HealthPath(string path, string source) =>
        path.StartsWith('/') && path.All(character => char.IsAscii(character) && character is > ' ' and not '\x7f')
            ? path
            : throw new InvalidUsageException(
                $"{source} must begin with a slash and have nothing in it that a URL encodes, got '{LegibleText.Of(path)}'");

    private static int FrontStatus(int status) =>
        status is >= 200 and <= 599
            ? status
            : throw new InvalidUsageException($"--status must be from 200 to 599, got {status}");

    private static int HttpPort(int port) =>
        port is > IPEndPoint.MinPort and <= IPEndPoint.MaxPort
            ? port
            : throw new InvalidUsageException($"--http-port must be from 1 to {IPEndPoint.MaxPort}, got {port}");
}
