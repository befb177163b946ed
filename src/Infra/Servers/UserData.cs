using System.Text;
using Infra.Applications;

namespace Infra.Servers;

/// <summary>
/// Writes the script that cloud-init runs, as root, when a server boots for the first time. It holds no secret: whoever may
/// describe the launch template can read it.
/// </summary>
public static class UserData
{
    /// <summary>
    /// What EC2 takes, before the encoding in base64. See
    /// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html.
    /// </summary>
    public const int MaxBytes = 16 * 1024;

    private static readonly int VersioningSettlesSeconds = (int)SiteObject.VersioningSettles.TotalSeconds;

    /// <summary>The script for these inputs.</summary>
    /// <exception cref="ArgumentException">The script would be longer than EC2 takes.</exception>
    public static string Render(UserDataInputs inputs)
    {
        var script = Script(inputs);
        var bytes = Encoding.UTF8.GetByteCount(script);
        return bytes <= MaxBytes
            ? script
            : throw new ArgumentException($"user data must be at most {MaxBytes} bytes, got {bytes}", nameof(inputs));
    }

    /// <summary>How long the script for these inputs is, too long ones included.</summary>
    public static int BytesOf(UserDataInputs inputs) => Encoding.UTF8.GetByteCount(Script(inputs));

    // The comments are for who reads this file. In the script they would take a quarter of what EC2 takes.
    private static string Script(UserDataInputs inputs) =>
        string.Join('\n', Commented(inputs).Split('\n').Where(line => !IsComment(line.AsSpan().TrimStart())));

    private static bool IsComment(ReadOnlySpan<char> line) => line.StartsWith('#') && !line.StartsWith("#!");

    private static string Commented(UserDataInputs inputs) =>
        $$"""
        #!/bin/bash
        # Makes a web server of a plain Amazon Linux 2023. Any error stops it, and then nginx never starts: the health
        # check fails, and the group replaces the server. Output goes to /var/log/cloud-init-output.log.
        set -Eeuo pipefail

        region={{Quoted(inputs.Region)}}
        site_bucket={{Quoted(inputs.BucketName)}}
        {{Variables(inputs)}}health_check_path={{Quoted(inputs.HealthCheckPath)}}

        report() {
          echo "web server boot: $*" >&2
          # What stands on the console can be read without a way into the server: aws ec2 get-console-output.
          echo "web server boot: $*" > /dev/console || true
        }
        failed() {
          report "line $2 failed with status $1: $3"
        {{ApplicationPart(inputs, _ => ApplicationBoot.LastLines)}}  exit "$1"
        }
        trap 'failed "$?" "$LINENO" "$BASH_COMMAND"' ERR

        # A role that is seconds old may not be known everywhere yet, and a repository may be slow: some patience.
        patiently() {
          local try
          for try in {1..12}; do
            if "$@"; then
              return 0
            fi
            report "try $try of 12 failed: $1"
            sleep 10
          done
          return 1
        }

        # The repositories of Amazon Linux are in S3, so this needs no way to the internet. Its standard image lacks only
        # nginx of these; one of your own that has them all starts without a repository, the slowest part of a boot.
        packages=(awscli-2 nginx tar openssl{{string.Concat(inputs.Application?.Packages.Select(name => $" {name}") ?? [])}})
        if ! rpm --query --quiet "${packages[@]}"; then
          patiently dnf install --assumeyes --quiet "${packages[@]}"
        fi

        # For up to 15 minutes after a bucket's versioning was enabled, S3 may say now and then that an object is not there, and a
        # first deployment reads that early. This passes, so it is not one of the tries: how long a server may take is for
        # the group to decide. https://docs.aws.amazon.com/AmazonS3/latest/userguide/manage-versioning-examples.html
        from_s3() {
          until "$@" > /dev/null 2> "$errors"; do
            cat "$errors" >&2
            if ((SECONDS >= {{VersioningSettlesSeconds}})) || ! grep -Eq '\((NoSuchKey|NoSuchVersion|404)\)' "$errors"; then
              return 1
            fi
            report "S3 does not have it yet: $*"
            sleep 10
          done
        }
        fetch() {
          from_s3 aws s3api get-object --region "$region" --bucket "$site_bucket" --key "$1" --version-id "$2" "$archive"
        }

        archive="$(mktemp{{ApplicationPart(inputs, _ => ApplicationBoot.OnDisk)}})"
        errors="$(mktemp)"
        {{SiteBoot.Unpack(inputs, Quoted)}}{{ApplicationPart(inputs, ApplicationBoot.Unpack)}}rm "$archive"

        # The load balancer does not check a server's certificate, only what encrypts; so each server makes its own, and no key is
        # ever sent, stored or shared. Ten years, so that none expires under a running server.
        install --directory --mode 0700 /etc/nginx/tls
        (
          umask 077
          openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -days 3650 \
            -subj '/CN=localhost' -addext 'subjectAltName=DNS:localhost' \
            -keyout {{NginxConfiguration.KeyFile}} -out {{NginxConfiguration.CertificateFile}}
        )

        cat > /etc/nginx/nginx.conf <<'NGINX_CONF'
        {{Nginx(inputs)}}NGINX_CONF
        nginx -t
        {{ApplicationPart(inputs, application => ApplicationBoot.Install(application, inputs.Region))}}systemctl enable --now nginx

        # What the load balancer asks for must be its 200: curl alone would take a redirect for it, and a 404 for the last word.
        healthy() {
          local try answer
          for ((try = 1; try <= {{Tries(inputs)}}; try++)); do
            answer="$(curl --silent --show-error --globoff --path-as-is --noproxy '*' --max-time 5 --output /dev/null \
              --write-out '%{http_code}' --cacert {{NginxConfiguration.CertificateFile}} \
              "$1://localhost$health_check_path" 2> "$errors")" || true
            if [[ $answer == 200 ]]; then
              return 0
            fi
            sleep 2
          done
          echo "$1 $health_check_path answers $answer: $(< "$errors")" >&2
          return 1
        }
        healthy http
        healthy https
        rm "$errors"
        {{ApplicationPart(inputs, _ => ApplicationBoot.FirstLines)}}{{SiteBoot.Follow(inputs)}}report "ready with {{Contents(inputs)}}"

        """;

    private static string Variables(UserDataInputs inputs) =>
        $"{SiteBoot.Variables(inputs, Quoted)}{ApplicationPart(inputs, application => ApplicationBoot.Variables(application, Quoted))}";

    private static string Nginx(UserDataInputs inputs) => NginxConfiguration.Render(
        inputs.HealthCheckPath, inputs.ObjectKey is null ? null : inputs.Pages, inputs.Application?.Run.Proxy);

    // nginx alone answers at once, or not at all.
    private static int Tries(UserDataInputs inputs) => inputs.Application is null ? 5 : ApplicationBoot.Tries;

    private static string ApplicationPart(UserDataInputs inputs, Func<ApplicationInputs, string> part) =>
        inputs.Application is { } application ? part(application) : "";

    private static string Contents(UserDataInputs inputs)
    {
        string[] parts =
        [
            .. inputs.ObjectKey is null ? Array.Empty<string>() : [inputs.FollowsSite ? "the newest site" : "site $site_hash"],
            .. inputs.Application is null ? Array.Empty<string>() : ["application $application_hash"],
        ];
        return string.Join(" and ", parts);
    }

    // Between single quotes the shell takes every character as it is, except the quote itself.
    private static string Quoted(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
