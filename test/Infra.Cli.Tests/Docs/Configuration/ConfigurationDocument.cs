using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Infra.Tests.Settings;
using static Infra.Cli.Shell.MarkdownText;

namespace Infra.Cli.Tests.Docs.Configuration;

/// <summary>
/// <c>docs/configuration.md</c>. What it says of a setting is what the program goes by: the catalogue, and of the region, which no
/// catalogue holds, the errors that a wrong one raises.
/// </summary>
internal static class ConfigurationDocument
{
    public const string Path = "docs/configuration.md";

    private const string Region = "aws:region";
    private const string Unset = "not set";

    public static string Write() => GeneratedFile.Text(
    [
        "# Settings",
        "<!-- Written by test/Infra.Cli.Tests/Docs/Configuration: change the settings' definitions in src/Infra/Settings instead. -->",
        """
        A stack's file, such as `Pulumi.dev.yaml`, sets each as `key` or, which is the same, with the project's name before it: `infra:key`,
        as messages and documents have it. What the file leaves out has its default. Anything wrong is refused before a resource exists,
        all of it in one message. `Pulumi.yaml` has the same list for Pulumi. To try a value without touching a file:
        """,
        """
        ```sh
        ./infra preview dev --set egress=nat
        ```
        """,
        "The columns dev and prod show the two stacks as delivered. Where a cell is empty, the stack has the default. "
            + $"[{Code(Region)}](#awsregion) has none either.",
        .. SettingsCatalogue.Areas.SelectMany(Overview),
        "## What a change does",
        """
        To a stack that runs, by one `pulumi up`. *In place* means that resources are changed, come or go beside those that serve. A *roll*
        replaces one server after another: with [`rollout`](#rollout) on `promote` `pulumi up` only prepares it and `infra roll` does it,
        without a break; on `up`, and for `zones` in any case, `pulumi up` starts it, and a single server leaves before the next one comes.
        [LiveChangeTests](../test/Infra.Cli.Tests/Changes/LiveChangeTests.cs) compares plans with each setting's values, two by two, and
        fails for a row that says otherwise; [testing.md](testing.md#changes-of-a-live-stack) has what the real provider planned.
        """,
        Table(
        [
            ["Setting", "The stack", "Interrupts, beside a roll"],
            [Link(Region), StackOf(LiveChange.NewStack), "everything"],
            .. SettingsCatalogue.All.Select(setting => (string[])
            [
                Link(setting.Key), StackOf(setting.WhenChanged), setting.WhenChanged.NeedsNewStack
                    ? "everything"
                    : setting.WhenChanged.Interrupts ?? "nobody",
            ]),
        ]),
        "## How values are written",
        Table([["Type", "In YAML"], .. Enum.GetValues<SettingKind>().Select(kind => (string[])[TypeOf(kind), DocComments.Of(kind)])]),
        """
        `pulumi` and `infra` read YAML alike, and not all is text to it: `1.10` is `1.1`, `010` is `8`, `1e3` is `1000`, and a date gets a
        time. What stands in quotes stays as it is.
        """,
        "## Where values come from",
        """
        The first that has one counts, for Pulumi and for `infra`, which reads the files as Pulumi does:

        1. `--set`, of `infra` alone;
        2. the stack's file, in the folder that `stackConfigDir` of `Pulumi.yaml` names, if any; `infra:key` and `key` are the same;
        3. the stack's environments of [Pulumi ESC](https://www.pulumi.com/docs/esc/guides/pulumi-iac/): `environment` or
           `mainEnvironment` in its file;
        4. `Pulumi.yaml`: the `value` or `default` of a key, or what stands at the key in place of a declaration; a key of another
           namespace, such as `aws:region`, has a value and no default;
        5. the program's own default.

        Without the Pulumi CLI nobody knows what an environment gives, so `infra` refuses such a stack until you say it: by `--set` for
        each setting that it gives, by `--no-environment` if it gives credentials alone, or by `--cli`, which asks
        `pulumi config --json --show-secrets`. Secrets that the CLI tells stay hidden wherever `infra` writes. The pipelines'
        commands, `stacks` first, need the same option.

        A stack is called as Pulumi calls it: `dev`, `organization/dev` or `organization/project/dev`. Whoever renames the project has to
        rename the keys as well: `infra` names what still has the former name, where nobody reads it.
        """,
        "## Each setting",
        $"### {Region}",
        $"The AWS region, named so and not `infra:`. It {RuleOf("")}, and {RuleOf("nowhere")}.",
        $"dev: {Code(Value("dev", Region)!)}. prod: {Code(Value("prod", Region)!)}.",
        $"### {AllowedAccounts.Key}",
        """
        The AWS accounts that the stack may be deployed to, each in quotes. With credentials of any other account the
        [provider](https://www.pulumi.com/registry/packages/aws/installation-configuration/) refuses before it touches anything. The stacks
        as delivered hold an example: previews and checks on this machine take it, `pulumi up` refuses it, and the pipelines leave such a
        stack out. Not set: any account.
        """,
        Yaml($"{AllowedAccounts.Key}:\n    - \"{AllowedAccounts.Example}\""),
        "### aws:defaultTags",
        """
        Tags for everything that has tags, beside `Name`, `Project`, `Environment` and `ManagedBy`, which the program sets: at most six,
        as an object in S3 takes ten. The provider would put them neither on what a launch template launches nor on the Auto Scaling
        group, so the program does it, and `infra preview --json` shows each. A stack that runs gets another version of its launch
        template by them, and a roll. Not set: none.
        """,
        Yaml("aws:defaultTags:\n    tags:\n      Owner: web-team\n      CostCenter: \"4711\""),
        .. SettingsCatalogue.All.Select(Details),
    ]);

    private static string Yaml(string lines) => $"```yaml\nconfig:\n  {lines}\n```";

    private static IEnumerable<string> Overview(SettingArea area) =>
    [
        $"## {area.Name}",
        Table([["Setting", "Type", "Unit", "Default", "dev", "prod"], .. area.Settings.Select(Row)]),
    ];

    private static string[] Row(SettingDefinition setting) =>
    [
        Link(setting.Key),
        TypeOf(setting.Kind),
        UnitOf(setting),
        DefaultOf(setting),
        Shown(Value("dev", $"infra:{setting.Key}")),
        Shown(Value("prod", $"infra:{setting.Key}")),
    ];

    private static string StackOf(LiveChange change) => change switch
    {
        { NeedsNewStack: true } => "must be destroyed and created anew",
        { RollsServers: false, Replaces: [] } => "in place",
        _ => string.Join("; ", new[]
        {
            change.RollsServers ? "rolls" : null,
            change.Replaces.Count > 0 ? $"gets another {string.Join(", ", change.Replaces)}" : null,
        }.OfType<string>()),
    };

    private static string Link(string key) => $"[{Code(key)}](#{key.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant()})";

    private static string Details(SettingDefinition setting) => string.Join('\n',
    [
        $"### {setting.Key}",
        "",
        setting.Description,
        "",
        $"- Must be {setting.Range}.{(setting.Example is { } example ? $" Example: {Code(example)}." : "")}",
        $"- Type: {TypeOf(setting.Kind)}{(setting.Unit is { } unit ? $", in {unit}" : "")}. Default: {DefaultOf(setting)}.",
        .. setting.CanBeSecret ? ["- Can be secret: `pulumi config set --secret`."] : Array.Empty<string>(),
    ]);

    // A word of two parts, such as TextList, is written as two.
    private static string TypeOf(SettingKind kind) =>
        string.Concat(kind.ToString().Select(letter => char.IsUpper(letter) ? $" {letter}" : $"{letter}")).Trim().ToLowerInvariant();

    private static string UnitOf(SettingDefinition setting) => setting.Unit ?? (setting.Kind == SettingKind.Duration ? "in the value" : "");

    private static string DefaultOf(SettingDefinition setting) => setting.Default switch
    {
        null => "none, it is required",
        "" => Unset,
        var text => Code(text),
    };

    private static string Shown(string? value) => value is null ? "" : Code(value);

    private static string? Value(string stack, string key) => ProjectFiles.ValuesOf(stack).GetValueOrDefault(key);

    private static string RuleOf(string region)
    {
        var source = new ConfigSource("infra", "dev", new Dictionary<string, string> { ["zones"] = """["eu-west-1a","eu-west-1b"]""" });
        var refusal = Assert.Throws<InvalidSettingsException>(() => StackSettings.Read(source, region));
        return refusal.Problems.Single(problem => problem.Key == Region).Rule;
    }
}
