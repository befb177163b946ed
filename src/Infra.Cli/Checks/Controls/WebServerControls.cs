using System.Globalization;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Servers;

namespace Infra.Cli.Checks.Controls;

/// <summary>What stands in the user data: the boot, and nginx's configuration.</summary>
internal static class WebServerControls
{
    private static readonly string[] Protocols = ["TLSv1.2", "TLSv1.3"];

    private static readonly Subjects Configured = Subjects.LaunchTemplates.Where(
        "launch template that configures nginx", template => BootScript.Of(template).Nginx is not null);

    private static readonly Subjects WithTls = Configured.Where("server with TLS", template => Listens(template).Any(IsTls));

    public static ControlArea Area { get; } = new("Web server",
    [
        new("web-configured", Severity.Critical, "The boot script writes nginx's configuration, and starts nginx.")
        {
            Requirements = ["R5", "R6"],
            On = Subjects.LaunchTemplates,
            Problem = (template, _) => BootScript.Of(template) is var script && script.Nginx is null
                ? "does not write /etc/nginx/nginx.conf in its userData"
                : script.Text.StartsWith("#!/bin/bash\n", StringComparison.Ordinal) && script.Text.Contains("\nset -Eeuo pipefail\n")
                    && script.Text.Contains("\nsystemctl enable --now nginx\n")
                        ? null
                        : "is no bash script that stops at the first error and starts nginx",
            Mend = "let userData be what src/Infra/Servers/BootScript writes",
        },
        new("web-site", Severity.Critical, "Servers fetch the site that the stack uploads, and serve that.")
        {
            Requirements = ["R5"],
            On = Configured.Where("launch template that serves a site", template => !RunsApplication(template) || ServesSite(template)),
            Problem = SiteProblem,
            Mend = "give the user data the bucket, the key and the version of the BucketObjectv2",
        },
        new("web-application", Severity.Critical, "Servers fetch the application that the stack uploads, run it, and ask it.")
        {
            Requirements = ["R5"],
            On = Configured.Where("launch template that runs an application", RunsApplication),
            Problem = ApplicationProblem,
            Mend = "give the user data the key and the version of the BucketObjectv2, and let nginx ask where the application listens",
        },
        new("web-listens", Severity.Critical, "nginx listens on the target group's port, with TLS where the load balancer speaks it.")
        {
            Requirements = ["R4", "R5"],
            On = Configured,
            Problem = Expect.None("does not listen on", (template, graph) =>
                from targets in TargetsOf(template, graph)
                let isTls = targets.Text("protocol") == "HTTPS"
                where !Listens(template).Any(listen => Port(listen) == targets.Number("port") && IsTls(listen) == isTls)
                select string.Create(CultureInfo.InvariantCulture, $"{targets.Number("port")} for {targets.Text("protocol")}")),
            Mend = "let nginx's listen, and the target group's port and protocol, follow from tlsMode",
        },
        new("web-health", Severity.Critical, "nginx answers the health check's path with 200, in both the group's and the script's words.")
        {
            Requirements = ["R5"],
            On = Configured,
            Problem = Expect.None("does not answer", (template, graph) =>
                from targets in TargetsOf(template, graph)
                let path = targets.Text("healthCheck.path") ?? "/"
                where !AnswersHealth(template, path) || BootScript.Of(template).Variable("health_check_path") != path
                select $"{path} with 200"),
            Mend = "set healthCheckPath; target group and nginx take it from there",
        },
        new("web-tls-versions", Severity.High, "Servers speak TLS 1.2 and 1.3, and nothing older.")
        {
            Requirements = ["R4"],
            On = WithTls,
            Problem = (template, _) => Values(template, "ssl_protocols") is var versions
                && versions.Length > 0 && !versions.Except(Protocols).Any()
                    ? null
                    : $"has ssl_protocols {string.Join(' ', versions.DefaultIfEmpty("of nginx's default"))}",
            Mend = "set ssl_protocols TLSv1.2 TLSv1.3 in nginx's configuration",
        },
        new("web-tls-ciphers", Severity.High, "Servers use ciphers with forward secrecy and authenticated encryption only.")
        {
            Requirements = ["R4"],
            On = WithTls,
            Problem = (template, _) => Values(template, "ssl_ciphers") is { Length: > 0 } lists
                ? lists.SelectMany(list => list.Split(':'))
                    .Where(cipher => !IsStrong(cipher))
                    .Select(cipher => $"takes the cipher {cipher}")
                    .FirstOrDefault()
                : "has ssl_ciphers of nginx's default",
            Mend = "list ECDHE suites with GCM or CHACHA20 in ssl_ciphers",
        },
        new("web-tls-key", Severity.High, "Servers have a certificate and its key, and keep no tickets that outlive a key.")
        {
            Requirements = ["R4"],
            On = WithTls,
            Problem = (template, _) => Values(template, "ssl_certificate") is [var certificate]
                && Values(template, "ssl_certificate_key") is [var key]
                && BootScript.Of(template).Text.Contains($"-keyout {key} -out {certificate}", StringComparison.Ordinal)
                    ? Values(template, "ssl_session_tickets") is ["off"] ? null : "does not set ssl_session_tickets off"
                    : "does not make the certificate that nginx is given",
            Mend = "let the script make the key and certificate that ssl_certificate and ssl_certificate_key name",
        },
        new("web-hides-version", Severity.Medium, "nginx does not tell its version, and lists no folder.")
        {
            On = Configured,
            Problem = (template, _) => Values(template, "server_tokens") is not ["off"]
                ? $"has server_tokens {string.Join(' ', Values(template, "server_tokens").DefaultIfEmpty("on by default"))}"
                : Values(template, "autoindex").Contains("on", StringComparer.OrdinalIgnoreCase) ? "has autoindex on" : null,
            Mend = "set server_tokens off",
        },
        new("web-outlives-load-balancer", Severity.Medium,
            "An idle connection is closed by the load balancer, never by the server below a request.")
        {
            // Else a request crosses the closing, and the client gets a 502:
            // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#http-502-issues
            Requirements = ["R5"],
            On = Configured,
            Problem = Expect.None("closes before", (template, graph) =>
                from targets in TargetsOf(template, graph)
                from balancer in graph.BalancersBefore(targets)
                let idle = balancer.Number("idleTimeout") ?? 60
                where Seconds(Values(template, "keepalive_timeout").FirstOrDefault() ?? "75s") <= idle
                select string.Create(CultureInfo.InvariantCulture, $"{balancer.Name} does after {idle} s")),
            Mend = "set keepalive_timeout above the load balancer's idleTimeout",
        },
    ]);

    // Asked of no template but those that configure it.
    private static NginxDirective Nginx(ResourceNode template) => NginxDirective.Read(BootScript.Of(template).Nginx!);

    private static IEnumerable<NginxDirective> Listens(ResourceNode template) => Nginx(template).Within("listen");

    private static bool IsTls(NginxDirective listen) => listen.Arguments.Contains("ssl");

    // A port, or an address with one.
    private static double? Port(NginxDirective listen) =>
        listen.Arguments is [var first, ..]
        && double.TryParse(first[(first.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture, out var port)
            ? port
            : null;

    private static string[] Values(ResourceNode template, string name) =>
        [.. Nginx(template).Within(name).SelectMany(directive => directive.Arguments)];

    private static bool IsStrong(string cipher) =>
        cipher.StartsWith("TLS_AES_", StringComparison.Ordinal)
        || cipher.StartsWith("TLS_CHACHA20_", StringComparison.Ordinal)
        || cipher.StartsWith("ECDHE-", StringComparison.Ordinal)
            && (cipher.Contains("-GCM-", StringComparison.Ordinal) || cipher.Contains("-CHACHA20-", StringComparison.Ordinal));

    private static double Seconds(string time) =>
        double.TryParse(time.TrimEnd('s'), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    private static IEnumerable<ResourceNode> TargetsOf(ResourceNode template, ResourceGraph graph) =>
        graph.OfType(TypeToken.TargetGroup)
            .Where(targets => graph.GroupsBehind(targets).Any(group => graph.TemplateOf(group) == template));

    private static bool AnswersHealth(ResourceNode template, string path) =>
        Nginx(template).Within("server").SelectMany(server => server.All("location"))
            .FirstOrDefault(location => location.Arguments.SequenceEqual(["=", path])) is { } answering
                ? RunsApplication(template)
                    ? AsksApplication(answering)
                    : answering.All("return").Any(answer => answer.Arguments is ["200", ..])
                : RunsApplication(template) && !ServesSite(template);

    private static bool AsksApplication(NginxDirective location) =>
        location.All("error_page").FirstOrDefault() is { Arguments: [var code, "=", "@application"] }
        && location.All("return").Any(answer => answer.Arguments is [var returned] && returned == code);

    private static bool RunsApplication(ResourceNode template) => BootScript.Of(template).Variable("application_key") is not null;

    private static bool ServesSite(ResourceNode template) => BootScript.Of(template).Variable("site_key") is not null;

    private static string? ApplicationProblem(ResourceNode template, ResourceGraph graph)
    {
        var script = BootScript.Of(template);
        if (graph.OfType(TypeToken.BucketObject).FirstOrDefault(other => other.Text("key") == script.Variable("application_key"))
            is not { } application)
        {
            return $"fetches {script.Variable("application_key")}, which the stack does not upload";
        }

        var unit = script.ApplicationUnit;
        var port = Nginx(template).Within("upstream").SelectMany(upstream => upstream.All("server"))
            .Select(Port).FirstOrDefault();
        return script.Variable("site_bucket") != application.Text("bucket") ? "fetches from another bucket than it is uploaded to"
            : script.Variable("application_version") != application.Output("versionId") ? "fetches another version of the application"
            : script.Variable("application_hash") != application.Text("sourceHash") ? "names another application than it fetches"
            : script.Variable("region") != graph.Region ? $"fetches from region {script.Variable("region")}"
            : unit is null || !unit.Contains("\nExecStart=") || !script.Text.Contains("\nsystemctl start --no-block application\n")
                ? "does not start the application"
            : port is null || !unit.Contains(string.Create(CultureInfo.InvariantCulture, $"\nEnvironment=\"PORT={port}\"\n"))
                ? "asks at another port than the application is told"
            : null;
    }

    private static string? SiteProblem(ResourceNode template, ResourceGraph graph)
    {
        var script = BootScript.Of(template);
        if (graph.OfType(TypeToken.BucketObject).FirstOrDefault(other => other.Text("key") == script.Variable("site_key")) is not { } site)
            return $"fetches {script.Variable("site_key")}, which the stack does not upload";

        return graph.ByIdOrArn(TypeToken.Bucket, site.Text("bucket")) is null || script.Variable("site_bucket") != site.Text("bucket")
            ? $"fetches from bucket {script.Variable("site_bucket")}, and the site is in {site.Text("bucket")}"
            : VersionProblem(script, site) is { } problem ? problem
            : script.Variable("region") != graph.Region ? $"fetches from region {script.Variable("region")}"
            : Values(template, "root").Any(root => root == script.Variable("site_folder"))
                ? null
                : "unpacks the site where nginx does not look";
    }

    private static string? VersionProblem(BootScript script, ResourceNode site) => script.SiteUpdater is { } updater
        ? !updater.Contains($"--bucket '{site.Text("bucket")}' --key '{site.Text("key")}'", StringComparison.Ordinal)
                ? "follows another object than the site's"
            : !script.Text.Contains($"\nsystemctl enable --now {SiteUpdater.Unit}.timer\n", StringComparison.Ordinal)
                ? "never asks for the newest site again"
            : site.Has("metadata.sha256") ? null : "could not tell a broken archive of the site from a whole one"
        : script.Variable("site_version") != site.Output("versionId") ? "fetches another version of the site"
        : script.Variable("site_hash") != site.Text("sourceHash") ? "names another site than it fetches"
        : null;
}
