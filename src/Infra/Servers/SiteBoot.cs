namespace Infra.Servers;

/// <summary>Writes the parts of the boot script that are about the site. Nothing where there is none.</summary>
internal static class SiteBoot
{
    /// <summary>The variables at the start.</summary>
    public static string Variables(UserDataInputs inputs, Func<string, string> quoted) => inputs.ObjectKey is null
        ? ""
        : $"""
            site_key={quoted(inputs.ObjectKey)}
            {Version(inputs, quoted)}site_folder={quoted(NginxConfiguration.SiteFolder)}

            """;

    /// <summary>Fetches and unpacks it: the version that the template names, or the newest one.</summary>
    public static string Unpack(UserDataInputs inputs, Func<string, string> quoted) => inputs switch
    {
        { ObjectKey: null } => "",
        { FollowsSite: true } => $$"""
            cat > {{SiteUpdater.Program}} <<'UPDATE_SITE'
            {{SiteUpdater.Render(InputsOf(inputs, quoted))}}UPDATE_SITE
            cat > /etc/systemd/system/{{SiteUpdater.Unit}}.service <<'UPDATE_SITE'
            {{SiteUpdater.Service}}UPDATE_SITE
            cat > /etc/systemd/system/{{SiteUpdater.Unit}}.timer <<'UPDATE_SITE'
            {{SiteUpdater.Timer}}UPDATE_SITE
            chmod 0755 {{SiteUpdater.Program}}
            install --directory --mode 0755 {{SiteUpdater.Releases}}
            # An image that was made of a server has the site of that.
            rm -rf {{SiteUpdater.Releases}}/* {{NginxConfiguration.SiteFolder}}
            patiently from_s3 {{SiteUpdater.Program}}

            """,
        _ => $$"""
            patiently fetch "$site_key" "$site_version"
            install --directory --mode 0755 "$site_folder"
            # An image that was made of a server has the files of that.
            find "$site_folder/" -mindepth 1 -delete
            # What it holds has its modes and times: nginx makes ETag of a file's time, which here follows from its content.
            tar --extract --file "$archive" --directory "$site_folder" --no-same-owner --same-permissions
            {{RequireStartPage(inputs)}}printf 'hash %s\nversion %s\n' "$site_hash" "$site_version" > {{SiteUpdater.ReleaseFile}}

            """,
    };

    /// <summary>Takes the versions that come while the server runs. The last thing, since a new one is tried on nginx.</summary>
    public static string Follow(UserDataInputs inputs) => inputs.FollowsSite ? $"systemctl enable --now {SiteUpdater.Unit}.timer\n" : "";

    // Without an application nothing else would answer for it.
    private static string RequireStartPage(UserDataInputs inputs) =>
        inputs.Application is null ? "test -s \"$site_folder/index.html\"\n" : "";

    private static string Version(UserDataInputs inputs, Func<string, string> quoted) => inputs.FollowsSite
        ? ""
        : $"""
            site_version={quoted(inputs.ObjectVersionId!)}
            # The hash of the site's content, so that another site makes another template version, which then rolls.
            site_hash={quoted(inputs.SiteHash!)}

            """;

    private static SiteUpdaterInputs InputsOf(UserDataInputs inputs, Func<string, string> quoted) =>
        new(quoted(inputs.Region), quoted(inputs.BucketName), quoted(inputs.ObjectKey!), quoted(inputs.HealthCheckPath))
        {
            NeedsStartPage = inputs.Application is null,
        };
}
