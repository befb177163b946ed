namespace Infra.Applications;

/// <summary>Writes the parts of the boot script that are about the application.</summary>
public static class ApplicationBoot
{
    /// <summary>The variables at the start.</summary>
    public static string Variables(ApplicationInputs application, Func<string, string> quoted) =>
        $"""
        application_key={quoted(application.ObjectKey)}
        application_version={quoted(application.ObjectVersionId)}
        application_hash={quoted(application.Hash)}
        application_folder={quoted(ApplicationUnit.Folder)}

        """;

    /// <summary>
    /// How often the boot asks for the health check, every two seconds: an application may take a while until it answers as it should. How
    /// long a server may take is for the group to decide.
    /// </summary>
    public const int Tries = 300;

    /// <summary>Shows the first lines of the application on the console, where they can be read without a way into the server.</summary>
    public const string FirstLines =
        "journalctl --unit application --output cat --no-pager 2> /dev/null | head --lines 40 > /dev/console || true\n";

    /// <summary>The same for its last lines, when the boot has failed.</summary>
    public const string LastLines =
        "  journalctl --unit application --output cat --no-pager --lines 40 > /dev/console 2> /dev/null || true\n";

    /// <summary>Where the archive is put: in memory, as temporary files are, it could be too much for a small server.</summary>
    public const string OnDisk = " --tmpdir=/var/tmp";

    /// <summary>Fetches and unpacks it.</summary>
    public static string Unpack(ApplicationInputs application) =>
        $$"""
        patiently fetch "$application_key" "$application_version"
        install --directory --mode 0755 "$application_folder"
        find "$application_folder/" -mindepth 1 -delete
        tar --extract --file "$archive" --directory "$application_folder" --no-same-owner --same-permissions
        printf 'hash %s\nversion %s\n' "$application_hash" "$application_version" > /etc/application-release

        """;

    /// <summary>What makes it run, once it is unpacked and its packages are there.</summary>
    public static string Install(ApplicationInputs application, string region) =>
        $$"""
        id {{ApplicationUnit.User}} > /dev/null 2>&1 ||
          useradd --system --home-dir {{ApplicationUnit.StateFolder}} --shell /sbin/nologin {{ApplicationUnit.User}}
        {{Secrets(application, region)}}cat > {{ApplicationUnit.File}} <<'APPLICATION_UNIT'
        {{ApplicationUnit.Render(application.Run)}}APPLICATION_UNIT
        systemctl daemon-reload
        systemctl enable application
        # By itself it starts until it runs: a role that is seconds old may not be able to read secrets yet.
        systemctl start --no-block application
        {{(application.LogGroup is { } group ? LogShipping.Install(group) : "")}}
        """;

    private static string Secrets(ApplicationInputs application, string region) => application.Run.Secrets.Count == 0
        ? ""
        : $$"""
            cat > {{ApplicationUnit.SecretsProgram}} <<'APPLICATION_SECRETS'
            {{SecretsProgram.Render(region, application.Run.Secrets)}}APPLICATION_SECRETS
            chmod 0700 {{ApplicationUnit.SecretsProgram}}

            """;
}
