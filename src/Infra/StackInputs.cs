using Infra.Applications;
using Infra.Settings;
using Infra.Settings.Reading;
using Infra.Site;
using Pulumi;

namespace Infra;

/// <summary>All that a stack is made from: read and found right before anything is created.</summary>
/// <param name="Settings">What the stack's configuration says.</param>
/// <param name="Site">The site that the configuration names; none: the application answers everything.</param>
/// <param name="Application">The application that the configuration names; none: the servers serve the site alone.</param>
public sealed record StackInputs(StackSettings Settings, SiteFolder? Site, ApplicationFolder? Application = null)
{
    private const int MostNamed = 20;

    private const string WhereOutputIs = "the application's output is in each server's journal, its first lines on the console too, "
        + "and not in CloudWatch (docs/operations.md#run-an-application)";

    /// <summary>The path of each archive that the stack uploads, by the key that it gets in the bucket.</summary>
    public IReadOnlyDictionary<string, string> Archives =>
        (Site is null ? [] : new Dictionary<string, string> { [SiteBundle.Key] = Site.ArchivePath })
        .Concat(Application is null ? [] : new Dictionary<string, string> { [SiteBundle.ApplicationKey] = Application.ArchivePath })
        .ToDictionary();

    /// <summary>What of the site's folder stays on this machine, in a sentence; none where nothing does.</summary>
    public string? LeftOut => Site?.LeftOut is [_, ..] names
        ? $"left out of the site, since the name begins with a dot: {string.Join(", ", names.Take(MostNamed))}"
            + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "")
        : null;

    /// <summary>What there is to say beside the resources; none where there is nothing.</summary>
    public string? Note => (LeftOut, Application is null || Settings.SendsOutput) switch
    {
        (_, true) => LeftOut,
        (null, _) => WhereOutputIs,
        _ => $"{LeftOut}; {WhereOutputIs}",
    };

    /// <summary>The inputs of the program that is running.</summary>
    /// <exception cref="InvalidSettingsException">Anything is wrong; the message says all of it.</exception>
    public static StackInputs FromPulumi() => Read(ConfigSource.FromPulumi());

    /// <summary>The same for a deployment, or for Pulumi's preview of one: not while an example stands for the customer's account.</summary>
    /// <exception cref="InvalidSettingsException">Anything is wrong; the message says all of it.</exception>
    public static StackInputs ForDeployment() => Read(ConfigSource.FromPulumi() with { IsDeployed = true });

    /// <summary>The same, once the archives are written, which Pulumi then uploads; nothing that is not deployed needs them.</summary>
    /// <exception cref="RunException">A file can't be read, or has changed, or an archive can't be written.</exception>
    public StackInputs Packed()
    {
        if (Note is { } note)
            Log.Info(note);
        return Reading(() =>
        {
            Site?.Pack();
            Application?.Pack();
            return this;
        });
    }

    /// <summary>The SHA-256 of the site's archive; none without a site.</summary>
    /// <exception cref="RunException">A file can't be read, or has changed.</exception>
    public string? SiteArchiveHash() => Reading(() => Site?.ArchiveHash());

    /// <summary>Reads inputs from text and from the project's directory.</summary>
    /// <param name="source">The configuration.</param>
    /// <param name="region">The AWS region; empty when there is none.</param>
    /// <param name="rootDirectory">The project's directory, where <c>Pulumi.yaml</c> is.</param>
    /// <exception cref="InvalidSettingsException">Anything is wrong; the message says all of it.</exception>
    public static StackInputs Read(ConfigSource source, string region, string rootDirectory)
    {
        var problems = new ProblemList(source, SettingsCatalogue.All);
        var settings = StackSettings.Read(source, region, problems);
        var site = SiteOf(settings, rootDirectory, problems);
        var application = ApplicationOf(settings, rootDirectory, problems);
        if (site is not null)
            HealthCheckTopic.CheckSite(settings, site, problems);

        return problems.Any
            ? throw new InvalidSettingsException(source, problems.InOrder)
            : new StackInputs(settings, site, application);
    }

    private static StackInputs Read(ConfigSource source) =>
        Read(source, new Config("aws").Get("region") ?? "", Deployment.Instance.RootDirectory);

    // Pulumi prints the message of its own kind of exception alone, and of any other a stack trace.
    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RunException(fault.Message);
        }
    }

    private static SiteFolder? SiteOf(StackSettings settings, string rootDirectory, ProblemList problems)
    {
        if (!problems.AreRead(SiteTopic.Directory) || settings.Site.Directory is not { } directory)
            return null;

        if (SiteFolder.TryLoad(rootDirectory, directory, out var site, out var flaws, needsStartPage: settings.Application is null))
            return site;

        foreach (var flaw in flaws)
            problems.Add(SiteTopic.Directory, flaw.Rule, flaw.Got, flaw.Mend);

        return null;
    }

    private static ApplicationFolder? ApplicationOf(StackSettings settings, string rootDirectory, ProblemList problems)
    {
        if (settings.Application is not { } application || !problems.AreRead(ApplicationTopic.Directory, ApplicationTopic.Command))
            return null;

        if (!ApplicationFolder.TryLoad(rootDirectory, application.Directory, out var folder, out var flaws))
        {
            foreach (var flaw in flaws)
                problems.Add(ApplicationTopic.Directory, flaw.Rule, flaw.Got, flaw.Mend);

            return null;
        }

        ApplicationProgramCheck.Check(application, settings.Servers.InstanceType, folder, problems);
        return folder;
    }
}
