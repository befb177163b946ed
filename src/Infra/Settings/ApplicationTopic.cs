using System.Globalization;
using Infra.Applications;
using Infra.Common;
using Infra.Networking;
using Infra.Servers;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Infra.Site;

namespace Infra.Settings;

internal static class ApplicationTopic
{
    private const int MostOfArns = 2000;

    // Of a version's id S3 says only that it is at most 1,024 bytes; those it gives have 32.
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html
    private const int LongVersion = 64;
    private const int LongestBucketName = 63;
    private const int HashLength = 64;

    private const string NoApplication = "no application, and the servers serve the site alone";

    public static SettingArea Area { get; } = new("Application");

    public static TextSetting Directory { get; } = Area.Add(new TextSetting
    {
        Key = "applicationDirectory",
        Default = "",
        WhenNotSet = NoApplication,
        Form = "a path inside the project, of letters, digits and . _ -, with / between folders",
        MendOf = text => TextForms.IsInsidePath(text)
            ? null
            : "write it like artifacts/web, relative to the folder of Pulumi.yaml, without ..",
        Example = "artifacts/web",
        Effect = "The folder with what runs behind nginx on the servers: at most 250 MiB in 50,000 files, and not inside siteDirectory. A "
            + "changed file rolls through the group.",
        WhenChanged = LiveChange.Roll,
    });

    public static TextSetting Command { get; } = Area.Add(new TextSetting
    {
        Key = "applicationCommand",
        Default = "",
        WhenNotSet = "no application",
        Form = "a command of at most 1,000 characters: a file of the folder or the name of a program, then its arguments",
        MendOf = MendOfCommand,
        Example = "dotnet Web.dll",
        Effect = "Starts the application in its folder: words as in a shell, with quotes ' and \", but without a shell: what | or > is for "
            + "goes into a script of the folder. A program of the folder must be for instanceType's processor. {port} stands for "
            + "applicationPort.",
        WhenChanged = LiveChange.Roll,
    });

    public static IntegerSetting Port { get; } = Area.Add(new IntegerSetting
    {
        Key = "applicationPort",
        Unit = "TCP port",
        Default = "8080",
        Minimum = 1024,
        Maximum = 65_535,
        Effect = "Where the application listens on 127.0.0.1. It finds it in PORT, and ASP.NET Core in ASPNETCORE_URLS. Only with an "
            + "application.",
        WhenChanged = LiveChange.Roll,
    });

    public static TextListSetting Packages { get; } = Area.Add(new TextListSetting
    {
        Key = "applicationPackages",
        Default = "[]",
        MinimumCount = 0,
        MaximumCount = 20,
        Items = "names of packages of Amazon Linux 2023",
        MendOfItem = name => TextForms.IsPackageName(name)
            ? null
            : "write a name as dnf has it, such as aspnetcore-runtime-10.0, nodejs22 or java-21-amazon-corretto-headless",
        Example = """["nodejs22"]""",
        MendOfCount = "name at most 20 packages; an image of your own, imageId, may have any number",
        Effect = "What the application needs of Amazon Linux's repositories, which servers reach without any egress.",
        WhenChanged = LiveChange.Roll,
    });

    public static TextListSetting Environment { get; } = Area.Add(new TextListSetting
    {
        Key = "applicationEnvironment",
        Default = "[]",
        MinimumCount = 0,
        MaximumCount = 50,
        Items = "environment variables, NAME=value, each name once",
        MendOfItem = MendOfVariable,
        Example = """["ASPNETCORE_ENVIRONMENT=Staging"]""",
        MendOfCount = "name at most 50 variables, or ship a file of settings in the application's folder",
        Effect = "The application's environment, which everybody can read who can describe the launch template. {port} stands for "
            + "applicationPort.",
        WhenChanged = LiveChange.Roll,
    });

    public static TextListSetting Secrets { get; } = Area.Add(new TextListSetting
    {
        Key = "applicationSecrets",
        Default = "[]",
        MinimumCount = 0,
        MaximumCount = 20,
        Items = "environment variables, NAME=ARN, each of a secret of Secrets Manager or a parameter of SSM Parameter Store",
        MendOfItem = text => ApplicationSecret.Of(text) is null
            ? "write it like DB=arn:aws:ssm:eu-west-1:111122223333:parameter/db, or with the whole ARN of a secret, its last six "
                + "characters included"
            : null,
        Example = """["DB_PASSWORD=arn:aws:ssm:eu-west-1:111122223333:parameter/web/db-password"]""",
        MendOfCount = "name at most 20 secrets, or put several values into one",
        Effect = "Variables whose values the servers fetch at each start of the application. Their role may read these and no others. "
            + "Needs egress.",
        WhenChanged = LiveChange.Roll,
    });

    public static IntegerSetting MaxRequestBody { get; } = Area.Add(new IntegerSetting
    {
        Key = "maxRequestBody",
        Unit = "MiB",
        Default = "1",
        Minimum = 1,
        Maximum = 1024,
        Effect = "The largest body of a request that the application gets, in MiB; a larger one is answered with 413. Only with an "
            + "application.",
        WhenChanged = LiveChange.Roll,
    });

    public static ApplicationSettings? Read(SettingsReader reader)
    {
        var directory = reader.Optional(Directory);
        var command = reader.Optional(Command);
        var port = reader.Value(Port);
        var packages = reader.Value(Packages);
        var environment = reader.Value(Environment);
        var secrets = reader.Value(Secrets);
        var maxRequestBody = reader.Value(MaxRequestBody);
        return directory is null || command is null || !ApplicationCommand.TryParse(command, out var words, out _)
            ? null
            : new ApplicationSettings
            {
                Directory = directory,
                Command = words,
                Port = port,
                Packages = packages,
                Environment = [.. environment.Select(EnvironmentVariable.Of).OfType<EnvironmentVariable>()],
                Secrets = [.. secrets.Select(ApplicationSecret.Of).OfType<ApplicationSecret>()],
                MaxRequestBodyMiB = maxRequestBody,
            };
    }

    public static void Check(StackSettings settings, ProblemList problems)
    {
        CheckBoth(problems);
        if (settings.Application is not { } application)
            return;

        CheckNames(application, problems);
        CheckLengths(settings, application, problems);
        if (problems.AreRead(Directory, SiteTopic.Directory) && settings.Site.Directory is { } site
            && $"{application.Directory}/".StartsWith($"{site}/", StringComparison.Ordinal))
        {
            var name = problems.NameOf(SiteTopic.Directory);
            problems.Add(Directory, $"must be another folder than {name} ({site}) and not inside it, since all in it is public",
                application.Directory, $"build it elsewhere, or remove {name}, or name the folder of the public files there");
        }

        foreach (var secret in application.Secrets)
            CheckSecret(secret, settings, problems);
    }

    private static void CheckBoth(ProblemList problems)
    {
        if (!problems.AreRead(Directory, Command, Port, Packages, Environment, Secrets, MaxRequestBody))
            return;

        var directory = problems.NameOf(Directory);
        if (problems.TypedAt(Directory).Length > 0)
        {
            if (problems.TypedAt(Command).Length == 0)
            {
                problems.Add(
                    Command, $"is required with {directory}", got: null, "write what starts the application, such as dotnet Web.dll");
            }

            return;
        }

        foreach (SettingDefinition setting in new SettingDefinition[] { Command, Port, Packages, Environment, Secrets, MaxRequestBody })
        {
            if (problems.TypedAt(setting) is var typed && typed != setting.Default)
                problems.Add(setting, $"must not be set without {directory}", typed, $"set {directory}, or remove it");
        }
    }

    private static void CheckNames(ApplicationSettings application, ProblemList problems)
    {
        if (!problems.AreRead(Environment, Secrets))
            return;

        var plain = application.Environment.Select(variable => variable.Name);
        foreach (var name in Twice(plain))
            problems.Add(Environment, "must hold each name once", name, "keep one of them");

        foreach (var name in Twice(application.Secrets.Select(secret => secret.Name)))
            problems.Add(Secrets, "must hold each name once", name, "keep one of them");

        foreach (var name in application.Secrets.Select(secret => secret.Name).Intersect(plain.Append(EnvironmentVariable.Port)))
        {
            problems.Add(Secrets, $"must hold no name that {problems.NameOf(Environment)} or {problems.NameOf(Port)} sets", name,
                "keep one of them");
        }
    }

    // What IAM takes of a policy is 6,144 characters, and each ARN stands in it twice:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html.
    private static void CheckLengths(StackSettings settings, ApplicationSettings application, ProblemList problems)
    {
        var arns = application.Secrets.Sum(secret => secret.Arn.Length);
        if (problems.AreRead(Secrets) && arns > MostOfArns)
        {
            problems.Add(Secrets, $"must have at most {MostOfArns} characters in all ARNs together, or no policy could name them",
                Text(arns), "give the secrets shorter names, or put several values into one");
        }

        if (!problems.AreRead(Command, Packages, Environment, Secrets, HealthCheckTopic.Path))
            return;

        var bytes = UserData.BytesOf(new()
        {
            Region = settings.Region,
            BucketName = new('b', LongestBucketName),
            ObjectKey = SiteBundle.Key,
            ObjectVersionId = new('v', LongVersion),
            SiteHash = new('h', HashLength),
            Application = new(
                SiteBundle.ApplicationKey, new('v', LongVersion), new('h', HashLength), application.RunIn(settings.Network),
                settings.SendsOutput ? new('l', LongestBucketName) : null),
            HealthCheckPath = settings.HealthCheck.Path,
            Pages = settings.Site.Pages,
        });
        if (bytes > UserData.MaxBytes)
        {
            problems.Add(Environment,
                $"must leave the servers' boot script, with {problems.NameOf(Command)} and {problems.NameOf(Secrets)}, at most "
                + $"{Text(UserData.MaxBytes)} bytes, which is what EC2 takes",
                Text(bytes), "ship a file of settings in the application's folder");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void CheckSecret(ApplicationSecret secret, StackSettings settings, ProblemList problems)
    {
        if (settings.Network.Egress == Egress.None && problems.AreRead(NetworkTopic.Egress, Secrets))
        {
            problems.Add(Secrets, $"must be empty while {problems.NameOf(NetworkTopic.Egress)} is none, since no server reaches it",
                secret.Name, $"set {problems.NameOf(NetworkTopic.Egress)} to endpoints");
        }

        if (TextForms.IsRegion(settings.Region)
            && (secret.Region, secret.Partition) != (settings.Region, Partition.Of(settings.Region).Name))
        {
            problems.Add(Secrets, $"must be in the region of aws:region ({settings.Region})", secret.Arn,
                "name a replica of the secret there, or a parameter of that region");
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    private static string? MendOfCommand(string text) => text.Length > 1000
        ? "put what is longer into a script of the folder, and start that"
        : ApplicationCommand.TryParse(text, out _, out var mend) ? null : mend;

    private static string? MendOfVariable(string text)
    {
        if (text.Length > 1000)
            return "write at most 1,000 characters, or ship a file of settings in the application's folder";

        return EnvironmentVariable.Of(text) switch
        {
            null => "write it like LOG_LEVEL=info, on one line",
            { Name: EnvironmentVariable.Port } => "remove it, since applicationPort sets it",
            _ => null,
        };
    }
}

/// <summary>The application that the servers run behind nginx.</summary>
public sealed record ApplicationSettings
{
    /// <summary>The folder with what runs, relative to the project's.</summary>
    public required string Directory { get; init; }

    /// <summary>What starts it.</summary>
    public required ApplicationCommand Command { get; init; }

    /// <summary>The port of the loopback address that it listens on: 1024 to 65535, and 8080 by default.</summary>
    public required int Port { get; init; }

    /// <summary>Up to 20 packages of Amazon Linux 2023 that it needs. None by default.</summary>
    public required IReadOnlyList<string> Packages { get; init; }

    /// <summary>Up to 50 variables of its environment. None by default.</summary>
    public required IReadOnlyList<EnvironmentVariable> Environment { get; init; }

    /// <summary>Up to 20 variables that AWS keeps. None by default.</summary>
    public required IReadOnlyList<ApplicationSecret> Secrets { get; init; }

    /// <summary>The largest body of a request in MiB: 1 to 1024, and 1 by default.</summary>
    public required int MaxRequestBodyMiB { get; init; }

    /// <summary>How servers in a network run it.</summary>
    public ApplicationRun RunIn(NetworkSettings network) => new()
    {
        Command = Command,
        Packages = Packages,
        Environment = Environment,
        Secrets = Secrets,
        Proxy = new(Port, MaxRequestBodyMiB, network.VpcCidr),
    };
}
