using System.Globalization;

namespace Infra.Servers;

/// <summary>
/// Writes the program by which a server takes the newest version of the site from S3, when it boots and while it runs, and the systemd
/// units that start it. It looks at the new site before visitors do, switches to it at once for all of them, and back where it does not
/// serve.
/// </summary>
public static class SiteUpdater
{
    /// <summary>The file that the program stands in.</summary>
    public const string Program = "/usr/local/sbin/update-site";

    /// <summary>The name of the units.</summary>
    public const string Unit = "update-site";

    /// <summary>The folder with the sites, each by the SHA-256 of its archive: the one that is served, and the one before it.</summary>
    public const string Releases = "/usr/share/nginx/releases";

    /// <summary>The file in which a server notes the version that it serves.</summary>
    public const string ReleaseFile = "/etc/site-release";

    /// <summary>How often a server asks for the newest version, in seconds.</summary>
    public const int Seconds = 15;

    /// <summary>The same, to be shown.</summary>
    public static string Often { get; } = string.Create(CultureInfo.InvariantCulture, $"every {Seconds} s");

    /// <summary>By how much later it may ask, in seconds, so that not all servers ask together.</summary>
    public const int SpreadSeconds = 5;

    /// <summary>
    /// How long it takes at most, in seconds, until a server that runs has a version that was uploaded: until it asks, and to take it.
    /// </summary>
    public const int PromisedSeconds = 30;

    // A hundred mebibytes through a gateway endpoint take seconds. What hangs is ended, and asked again.
    private const int LongestSeconds = 300;

    /// <summary>The text of the program.</summary>
    /// <param name="site">Where the site is, and what must answer.</param>
    /// <remarks>
    /// The archive's SHA-256 stands in the object's metadata. One that differs was broken on its way, and one that does not serve would not
    /// serve the next time either: it is refused until there is another. What does not answer with the former one either is no fault of the
    /// site: it waits for its next turn. A server that boots has none to go on with, so it fails.
    /// </remarks>
    public static string Render(SiteUpdaterInputs site) =>
        $$"""
        #!/bin/bash
        set -Eeuo pipefail
        umask 022
        object=(--region {{site.Region}} --bucket {{site.Bucket}} --key {{site.Key}})
        releases='{{Releases}}'
        folder='{{NginxConfiguration.SiteFolder}}'

        read -r version hash < <(aws s3api head-object "${object[@]}" --query '[VersionId, Metadata.sha256]' --output text)
        former="$(basename "$(readlink "$folder" || true)")"
        if [[ $hash == "$former" ]] || grep -Fxqs -- "$version" "$releases/refused"; then
          exit 0
        fi
        refuse() {
          if [[ -n $former ]]; then
            echo "$version" > "$releases/refused"
          fi
          echo "site $version is refused, ${former:-none} stays: $1" >&2
          exit 1
        }
        serve() {
          ln --symbolic --force --no-dereference "$releases/$1" "$folder.next"
          mv --no-target-directory "$folder.next" "$folder"
        }
        [[ $hash =~ ^[0-9a-f]{64}$ ]] || refuse "its object says no sha256"

        work="$(mktemp --directory "$releases/.XXXXXX")"
        trap 'rm -rf "$work"' EXIT
        aws s3api get-object "${object[@]}" --version-id "$version" "$work/site.tar" > /dev/null
        sha256sum --check --status <<< "$hash  $work/site.tar" || refuse "its archive is broken"
        mkdir "$work/site"
        tar --extract --file "$work/site.tar" --directory "$work/site" --no-same-owner --same-permissions || refuse "it does not unpack"
        {{RequireStartPage(site)}}rm -rf "${releases:?}/$hash"
        mv "$work/site" "$releases/$hash"
        serve "$hash"
        works() {
          for path in {{site.HealthCheckPath}}{{(site.NeedsStartPage ? " /" : "")}}; do
            curl --fail --silent --globoff --path-as-is --noproxy '*' --max-time 5 --output /dev/null "http://localhost$path" || return 1
          done
        }
        if [[ -n $former ]] && ! works; then
          serve "$former"
          if ! works; then
            echo "site $version waits, $former stays: with both $path does not answer" >&2
            exit 1
          fi
          serve "$hash"
          works || {
            serve "$former"
            refuse "$path does not answer"
          }
        fi
        find "$releases" -mindepth 1 -maxdepth 1 -type d ! -name "$hash" ! -name "${former:-$hash}" -exec rm -rf {} +
        printf 'hash %s\nversion %s\n' "$hash" "$version" > {{ReleaseFile}}
        echo "site $version is served" >&2

        """;

    private static string RequireStartPage(SiteUpdaterInputs site) =>
        site.NeedsStartPage ? "test -s \"$work/site/index.html\" || refuse \"it has no index.html\"\n" : "";

    /// <summary>
    /// The text of the unit that runs it. See https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html.
    /// </summary>
    public static string Service { get; } = string.Create(CultureInfo.InvariantCulture,
        $"""
        [Unit]
        Description=The newest version of the site

        [Service]
        Type=oneshot
        ExecStart={Program}
        TimeoutStartSec={LongestSeconds}
        NoNewPrivileges=yes
        PrivateTmp=yes
        ProtectHome=yes
        ProtectSystem=strict
        ReadWritePaths=/usr/share/nginx {ReleaseFile}

        """);

    /// <summary>
    /// The text of the timer. By the clock, since a unit that has failed must be started again as well. See
    /// https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html.
    /// </summary>
    public static string Timer { get; } = string.Create(CultureInfo.InvariantCulture,
        $"""
        [Unit]
        Description=Asks for the newest version of the site

        [Timer]
        OnCalendar=*:*:0/{Seconds}
        RandomizedDelaySec={SpreadSeconds}
        AccuracySec=1

        [Install]
        WantedBy=timers.target

        """);
}
