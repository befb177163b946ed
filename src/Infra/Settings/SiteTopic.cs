using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Infra.Site;

namespace Infra.Settings;

internal static class SiteTopic
{
    private const string DefaultSite = "site";

    public static SettingArea Area { get; } = new("Site");

    public static TextSetting Directory { get; } = Area.Add(new TextSetting
    {
        Key = "siteDirectory",
        Default = "",
        WhenNotSet = $"{DefaultSite}, or with an application no site, and it answers everything",
        Form = "a path inside the project, of letters, digits and . _ -, with / between folders",
        MendOf = text => TextForms.IsInsidePath(text) ? null : "write it like site, relative to the folder of Pulumi.yaml, without ..",
        Example = "sites/example.com",
        Effect = $"The folder with the site's files: at most {SiteFolder.Limits}. A changed file rolls through the group. "
            + "What begins with a dot, except .well-known, stays here.",
        WhenChanged = LiveChange.Roll,
    });

    public static ChoiceSetting<ContentUpdates> ContentUpdates { get; } = Area.Add(new ChoiceSetting<ContentUpdates>
    {
        Key = "contentUpdates",
        Default = "roll",
        Choices = [("roll", Infra.Site.ContentUpdates.Roll), ("live", Infra.Site.ContentUpdates.Live)],
        Effect = "Whether a changed site boots new servers, or running ones take it in half a minute, and keep the old one if it fails.",
        WhenChanged = LiveChange.Roll,
    });

    public static BooleanSetting CleanUrls { get; } = Area.Add(new BooleanSetting
    {
        Key = "cleanUrls",
        Default = "false",
        Effect = "Whether /contact is contact.html, as the exports of Next.js and others have it.",
        WhenChanged = LiveChange.Roll,
    });

    public static BooleanSetting SinglePage { get; } = Area.Add(new BooleanSetting
    {
        Key = "singlePage",
        Default = "false",
        Effect = "Whether index.html answers, with 200, for paths that the site does not have, so that an application's own links work. "
            + "Files, such as /old.js, are still 404.",
        WhenChanged = LiveChange.Roll,
    });

    /// <summary>What the site does not have either the start page answers or the application; and no site does not change.</summary>
    public static void Check(StackSettings settings, ProblemList problems)
    {
        if (settings.Site is { Directory: null, ContentUpdates: Infra.Site.ContentUpdates.Live }
            && problems.AreRead(ContentUpdates, Directory))
        {
            problems.Add(ContentUpdates, $"must be roll without {problems.NameOf(Directory)}: an application rolls in any case",
                problems.TypedAt(ContentUpdates), "take it out, or name the folder of a site");
        }

        if (settings.Application is not null && settings.Site.Pages.SinglePage && problems.AreRead(SinglePage))
        {
            problems.Add(SinglePage,
                $"must be false with {problems.NameOf(ApplicationTopic.Directory)}, which answers what the site does not have",
                problems.TypedAt(SinglePage), "let the application answer with its start page");
        }
    }

    public static SiteSettings Read(SettingsReader reader) => new()
    {
        Directory = reader.Optional(Directory) ?? (reader.Has(ApplicationTopic.Directory) ? null : DefaultSite),
        ContentUpdates = reader.Value(ContentUpdates),
        Pages = new(reader.Value(CleanUrls), reader.Value(SinglePage)),
    };
}

/// <summary>What the servers serve, and how.</summary>
public sealed record SiteSettings
{
    /// <summary>
    /// The folder with the site's files, relative to the project's. <c>site</c> by default; with an application none, and then there is no
    /// site.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>How a changed site reaches the servers: by new ones by default.</summary>
    public required ContentUpdates ContentUpdates { get; init; }

    /// <summary>Which file answers a path. By default the one that is there.</summary>
    public required SitePages Pages { get; init; }
}
