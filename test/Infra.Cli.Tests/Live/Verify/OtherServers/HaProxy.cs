namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>HAProxy as a load balancer that answers by itself.</summary>
internal sealed class HaProxy : IServerMake
{
    // Debian puts it where only root's PATH leads.
    public string? Program { get; } = $"{Environment.GetEnvironmentVariable("PATH")}{Path.PathSeparator}/usr/sbin"
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "haproxy"))
        .FirstOrDefault(File.Exists);

    // capture.req.uri is the path and query as they came.
    public string Configuration => """
        global
          maxconn 256
        defaults
          mode http
          timeout connect 10s
          timeout client 30s
          timeout server 30s
        frontend http
          bind 127.0.0.1:@HTTP@
          http-request redirect code 301 location https://%[req.hdr(host),field(1,:)]:@HTTPS@%[capture.req.uri]
        frontend https
          bind 127.0.0.1:@HTTPS@ ssl crt @FOLDER@/site.pem ssl-min-ver TLSv1.2 ciphers ECDHE-RSA-AES128-GCM-SHA256
          http-after-response set-header Strict-Transport-Security "max-age=31536000"
          http-after-response set-header X-Content-Type-Options nosniff
          http-after-response set-header X-Frame-Options DENY
          http-after-response set-header Content-Security-Policy "@CSP@"
          http-request return status 405 if { method TRACE }
          http-request return status 200 content-type text/plain string ok if { path / /health }
          http-request return status 404
        """;

    public IEnumerable<string> Arguments(string configurationFile) => ["-db", "-f", configurationFile];

    public override string ToString() => "haproxy";
}
