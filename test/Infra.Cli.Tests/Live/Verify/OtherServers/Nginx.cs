using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>nginx as a site of its own.</summary>
internal sealed class Nginx : IServerMake
{
    /// <summary>What every configuration begins with, so that nginx stays, and writes nowhere but to its folder.</summary>
    public const string Preamble = """
        daemon off;
        master_process off;
        pid @FOLDER@/pid;
        error_log stderr error;
        events {}
        http {
          access_log off;
          client_body_temp_path @FOLDER@/body;
          proxy_temp_path @FOLDER@/proxy;
          fastcgi_temp_path @FOLDER@/fastcgi;
          uwsgi_temp_path @FOLDER@/uwsgi;
          scgi_temp_path @FOLDER@/scgi;
        """;

    public string? Program { get; } = NginxProgram.Find(Environment.GetEnvironmentVariable("PATH"))?.Path;

    // $request_uri is the path and query as they came.
    public string Configuration => $$"""
        {{Preamble}}
          server_tokens off;
          ssl_protocols TLSv1.2 TLSv1.3;
          ssl_ciphers ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384;
          server {
            listen 127.0.0.1:@HTTP@;
            location / { return 301 https://$host:@HTTPS@$request_uri; }
          }
          server {
            listen 127.0.0.1:@HTTPS@ ssl;
            ssl_certificate @FOLDER@/site.pem;
            ssl_certificate_key @FOLDER@/site.pem;
            add_header Strict-Transport-Security "max-age=31536000" always;
            add_header X-Content-Type-Options "nosniff" always;
            add_header X-Frame-Options "DENY" always;
            add_header Content-Security-Policy "@CSP@" always;
            location = / { return 200 "ok"; }
            location = /health { return 200; }
            location / { return 404; }
          }
        }
        """;

    public IEnumerable<string> Arguments(string configurationFile) =>
        ["-p", Path.GetDirectoryName(configurationFile)!, "-e", "stderr", "-c", configurationFile];

    public override string ToString() => "nginx";
}
