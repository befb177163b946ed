using Infra.Settings;
using Infra.Settings.Kinds;
using static Infra.Cli.Tests.BadInput.BadValue;

namespace Infra.Cli.Tests.BadInput;

/// <summary>
/// The table: values of the wrong type and form, and such as only look right; and of every setting those that follow from its definition.
/// </summary>
internal static class BadValues
{
    private const string Servers = "a whole number from 1 to 3 (the customer's limit of three servers)";
    private const string AsList = "write it as a YAML list of texts, each behind a hyphen on a line of its own";
    private const string ZoneForm = "write the region and one letter, such as eu-west-1a; local zones won't do";
    private static string NoShell(string letter) =>
        $"no shell takes part: put this into a script of the folder, or put quotes around {letter} if it is part of an argument";

    private const string ZoneCount = "name 2, which is the least that a load balancer takes, or up to 6";
    private const string BlockForm = "write it like 203.0.113.0/24 or 2001:db8::/32";
    private const string BlockCount = "name at most 12 blocks, or put them into a prefix list; 0.0.0.0/0 is everyone";
    private const string PrefixListForm = "write it like pl-0123456789abcdef0";
    private const string VpcForm = "write it like 10.0.0.0/16";
    private const string Arn = "write it like arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";
    private const string Image =
        "the id of an Amazon Linux 2023 image, or resolve:ssm: and the SSM parameter that holds one as name, "
        + "name:version or name:label";

    private const string ApplicationCommand =
        "a command of at most 1,000 characters: a file of the folder or the name of a program, then its arguments";

    private const string Package =
        "write a name as dnf has it, such as aspnetcore-runtime-10.0, nodejs22 or java-21-amazon-corretto-headless";

    private const string Secret =
        "write it like DB=arn:aws:ssm:eu-west-1:111122223333:parameter/db, or with the whole ARN of a secret, its last six characters "
        + "included";

    private const string Email = "write it like ops@example.com";

    private static readonly string Megabyte = new('x', 1_000_000);
    private static readonly string Shown = $"{new string('x', 120)}...";

    public static IReadOnlyList<BadValue> All { get; } =
    [
        .. Names(),
        .. Networks(),
        .. Traffic(),
        .. Group(),
        .. Applications(),
        .. Checks(),
        .. SettingsCatalogue.All.SelectMany(Beyond),
    ];

    private static IEnumerable<string> ThirteenBlocks => Enumerable.Range(1, 13).Select(number => $"{number}.0.0.0/8");

    private static IEnumerable<BadValue> Names() =>
    [
        .. Each("domainName", "a lower-case DNS name with a dot, without a wildcard and without a dot at its end, at most 253 characters",
            "write it like www.example.com",
            "localhost", "www.Example.com", "*.example.com", "www.example.com.", "-www.example.com", "www-.example.com", "www..com",
            "bücher.example", "192.0.2.1", "https://www.example.com", "www.example.com\n", " "),
        .. Of("domainName", "a lower-case DNS name with a dot, without a wildcard and without a dot at its end, at most 253 characters",
            Written("[www.example.com]", """["www.example.com"]""", "write it like www.example.com"),
            Written("{name: a.b}", """{"name":"a.b"}""", "write it like www.example.com"),
            Written(Megabyte, Shown, "write it like www.example.com")),
        .. Each("hostedZoneId", "a hosted zone id: Z and 1 to 31 upper-case letters and digits",
            "copy the id, without a path before it, from Route 53",
            "Z", "A1", "Zabc", "/hostedzone/Z1", "ZABCDEFGHIJKLMNOPQRSTUVWXYZ012345", "Z1\n"),
        .. Each("certificateArn", "the ARN of an ACM certificate in the stack's region", Arn,
            "my-certificate",
            "arn:aws:acm:eu-west-1:11112222333:certificate/11111111-2222-3333-4444-555555555555",
            "arn:aws:iam:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555",
            "arn:aws-iso:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555",
            "arn:aws:acm:eu-west-1:111122223333:certificate/11111111222233334444555555555555",
            "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-55555555555G",
            "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555 "),
        .. Each("certificateRotation", "1 to 64 printable ASCII characters", "write a short word or number, such as 2", "", "ü", "a\tb"),
    ];

    private static IEnumerable<BadValue> Networks() =>
    [
        .. Of("zones", "2 to 6 Availability Zones of the stack's region, letters a to h, each once",
            Written("[]", "[]", ZoneCount),
            Written("[eu-west-1a]", """["eu-west-1a"]""", ZoneCount),
            Written("[eu-west-1a, eu-west-1b, eu-west-1c, eu-west-1d, eu-west-1e, eu-west-1f, eu-west-1g]",
                """["eu-west-1a","eu-west-1b","eu-west-1c","eu-west-1d","eu-west-1e","eu-west-1f","eu-west-1g"]""", ZoneCount),
            Written($"[{string.Join(", ", Enumerable.Repeat("x", 100_000))}]",
                $"[{string.Concat(Enumerable.Repeat("\"x\",", 100_000))}"[..120] + "...", ZoneCount),
            Written("[eu-west-1a, eu-west-1i]", "eu-west-1i", ZoneForm),
            Written("[eu-west-1a, b]", "b", ZoneForm),
            Written("[eu-west-1a, eu-west-1-lhr-1a]", "eu-west-1-lhr-1a", ZoneForm),
            Written("""[eu-west-1a, "eu-west-1b\n"]""", "\"eu-west-1b\\n\"", ZoneForm),
            Written("[eu-west-1a, eu-west-1a]", "eu-west-1a and eu-west-1a", "name it once"),
            Plain("eu-west-1a", ZoneCount),
            Written("eu-west-1a,eu-west-1b,eu-west-1z", "eu-west-1z", ZoneForm),
            Written("eu-west-1a, eu-west-1a", "eu-west-1a and eu-west-1a", "name it once"),
            Written("{a: b}", """{"a":"b"}""", AsList),
            Written("[[eu-west-1a], eu-west-1b]", """[["eu-west-1a"],"eu-west-1b"]""", AsList),
            Written("[eu-west-1a, ~]", """["eu-west-1a",null]""", AsList),
            Written("[eu-west-1a, 1e3]", """["eu-west-1a",1000]""", AsList),
            Written("", "\"\"", AsList)),
        .. Of("vpcCidr", "a private IPv4 block from /16 to /23 in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10",
            Plain("10.0.0.0/15", "write 10.0.0.0/16"),
            Plain("10.0.0.0/8", "write 10.0.0.0/16"),
            Plain("10.0.1.0/24", "write a block of at least 512 addresses, such as 10.0.0.0/23"),
            Plain("10.0.0.1/16", "write 10.0.0.0/16"),
            Plain("172.15.0.0/16", VpcForm),
            Plain("172.32.0.0/16", VpcForm),
            Plain("100.128.0.0/16", VpcForm),
            Plain("8.8.0.0/16", VpcForm),
            Plain("fd00::/16", VpcForm),
            Text("::ffff:10.0.0.0/120", VpcForm),
            Plain("10.0.0.0", VpcForm),
            Plain("10.0.0.0/16/16", VpcForm),
            Odd("", VpcForm)),
        .. Of("egress", "none, endpoints, nat or nat-per-zone",
            Plain("NAT", "write nat, or remove the key to get none"),
            Plain("natPerZone", "write nat-per-zone, or remove the key to get none"),
            Plain("everything", "write one of these, or remove the key to get none"),
            Odd("nat\n\u001b[31m", "write one of these, or remove the key to get none"),
            Written(Megabyte, Shown, "write one of these, or remove the key to get none")),
        .. Of("allowedCidrs", "0 to 12 IPv4 or IPv6 blocks, none inside another",
            Written($"[{string.Join(", ", ThirteenBlocks)}]", $"[\"{string.Join("\",\"", ThirteenBlocks)}"[..120] + "...", BlockCount),
            Written("[10.1.2.3/8]", "10.1.2.3/8", "write 10.0.0.0/8"),
            Written("[010.0.0.0/8]", "010.0.0.0/8", "write 8.0.0.0/8"),
            Written("[\"2001:DB8::/32\"]", "2001:DB8::/32", "write 2001:db8::/32"),
            Written("[10.0.0.0/33]", "10.0.0.0/33", BlockForm),
            Written("[everyone]", "everyone", BlockForm),
            Written("[10.0.0.0/8, 10.0.0.0/8]", "10.0.0.0/8 and 10.0.0.0/8", "name it once")),
        .. Of("allowedPrefixLists",
            "0 to 4 prefix lists, by id or as com.amazonaws.global.cloudfront.origin-facing or "
            + "com.amazonaws.global.ipv6.cloudfront.origin-facing",
            Written("[pl-01234567, pl-1]", "pl-1", PrefixListForm),
            Written("[com.amazonaws.eu-west-1.s3]", "com.amazonaws.eu-west-1.s3", PrefixListForm),
            Written("[pl-0123456789ABCDEF0]", "pl-0123456789ABCDEF0", PrefixListForm)),
    ];

    private static IEnumerable<BadValue> Traffic() =>
    [
        .. Of("tlsMode", "offload or end-to-end",
            Plain("endToEnd", "write end-to-end, or remove the key to get offload")),
        .. Of("tlsPolicy",
            "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-2021-06, "
            + "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04, ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09, "
            + "ELBSecurityPolicy-TLS13-1-3-2021-06, ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04, "
            + "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09 or ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
            Plain("ELBSecurityPolicy-2016-08", Policy("one of these")),
            Plain("ELBSecurityPolicy-TLS13-1-0-2021-06", Policy("ELBSecurityPolicy-TLS13-1-3-2021-06")),
            Plain("ELBSecurityPolicy-TLS13-1-1-2021-06", Policy("ELBSecurityPolicy-TLS13-1-3-2021-06")),
            Plain("ELBSecurityPolicy-TLS13-1-0-PQ-2025-09", Policy("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09")),
            Plain("ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06", Policy("ELBSecurityPolicy-TLS13-1-2-Res-2021-06")),
            Plain("elbsecuritypolicy-tls13-1-2-res-pq-2025-09", Policy("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")),
            Plain("TLSv1.2", Policy("one of these"))),
        .. Of("deregistrationDelay", "a duration from 0s to 2m", Plain("9999999999h", "set it to 2m")),
        .. Each("deregistrationDelay", "a duration from 0s to 2m", "write a whole number with its unit, s, m or h, such as 30s",
            "30", "-1s", "030s", "0.5m", "30S", "30 s", "30s\n", "٣٠s"),
        .. Of("waf", "true or false", Written("[true]", "[true]", "write true or false, in lower case")),
        .. Of("wafRateLimit", "a whole number from 10 to 2000000000",
            Text("99999999999999999999", "set it to 2000000000"),
            Written("99999999999999999999", "1e+20", "write digits alone, such as 2000"),
            Text("2_000", "write digits alone, such as 2000")),
        .. Of("contentSecurityPolicy", "servers, or a content security policy of at most 1,024 characters without commas",
            Plain("none", "begin each directive with its name, such as img-src, and not with none"),
            Plain("default-src https:; object-src none", "write 'none' in object-src with its quotes: without them it is a host"),
            Plain("default-sources 'self'", "write default-src for default-sources"),
            Text("default-src 'self', img-src *", "take the comma out, which begins another policy: sources have a space between them, "
                + "and directives a semicolon")),
        .. Each("strictTransportSecurity", "max-age=SECONDS, then ; includeSubDomains and ; preload where wanted",
            "write it like max-age=31536000; includeSubDomains",
            "31536000", "max-age=1y", "max-age=-1", "max-age=31536000;includeSubDomains", "max-age=31536000; preload; includeSubDomains",
            "max-age=31536000\n", ""),
    ];

    private static IEnumerable<BadValue> Group() =>
    [
        .. Each("instanceType", "an EC2 instance type, family.size, that can run Amazon Linux 2023",
            "write it like t4g.small or m7i-flex.large",
            "mac2.metal", "a1.large", "t1.micro", "u-12tb1.metal", "cc2.8xlarge", "m7i-flax.large", "small", "T4G.SMALL", ""),
        .. Each("imageId", Image, "write the path up to /image_id, which holds the id alone",
            "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended",
            "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_name",
            "resolve:ssm:/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/arm64/standard/recommended/release_version"),
        .. Each("imageId", Image,
            "write it like ami-0123456789abcdef0 or resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
            "ami-0123456", "ami-012345678", "ami-0123456789ABCDEF0", "ami-0123456789abcdef01", "resolve:ssm:", "resolve:ssm:/",
            "resolve:ssm:a/b", "resolve:ssm:/a//b", "/aws/service/x",
            "resolve:ssm:/a:", "resolve:ssm:/a:0", "resolve:ssm:/a:1b", "resolve:ssm:/a:ssm-label", "resolve:ssm:/a:AWS",
            "resolve:ssm:/a:1:2",
            "resolve:ssm:/aws/service/ami-amazon-linux-latest/amzn2-ami-kernel-5.10-hvm-arm64-gp2:3",
            "resolve:ssm:/aws/service/ami-amazon-linux-latest/amzn2-ami-kernel-5.10-hvm-arm64-gp2",
            "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/arm64/recommended/image_id",
            "resolve:ssm:/aws/service/eks/optimized-ami/1.32/amazon-linux-2-arm64/recommended/image_id",
            "resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/arm64/latest/image_id",
            "resolve:ssm:/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id",
            "resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base",
            "resolve:ssm:/aws/service/global-infrastructure/regions"),
        .. Each("imageId", Image, "name a parameter of the stack's own account, by its name",
            "resolve:ssm:arn:aws:ssm:eu-west-1:111122223333:parameter/golden"),
        .. Of("maxServers", Servers, Plain("99999999999", "set it to 3")),
        .. Each("maxServers", Servers, "write digits alone, such as 3",
            "", "-1", "+1", "03", " 3", "3\n", "3.0", "0x3", "3e0", "three", "٣"),
        .. Of("maxServers", Servers, Written("[3]", "[3]", "write digits alone, such as 3")),
        .. Each("siteDirectory", "a path inside the project, of letters, digits and . _ -, with / between folders",
            "write it like site, relative to the folder of Pulumi.yaml, without ..",
            "/var/www", "..", "../site", "sites/../..", "./site", "site/", "a//b", """C:\site""", "~/site", "søster"),
        .. Of("cpuTarget", "a whole number from 10 to 90", Plain("50%", "write digits alone, such as 50")),
        .. Of("bootBudget", "a duration from 30s to 20m", Plain("1h", "set it to 20m")),
    ];

    private static IEnumerable<BadValue> Applications() =>
    [
        .. Each("applicationDirectory", "a path inside the project, of letters, digits and . _ -, with / between folders",
            "write it like artifacts/web, relative to the folder of Pulumi.yaml, without ..",
            "/srv/web", "..", "../web", "web/"),
        .. Each("applicationCommand", ApplicationCommand,
            "begin with a program's name or a file of the folder, such as dotnet Web.dll or ./server",
            "  ", "'' run", "\"\""),
        .. Each("applicationCommand", ApplicationCommand, "name a file of the folder, such as ./server, or a program by its name alone",
            "/usr/bin/node", "../server", "bin/../../server"),
        .. Of("applicationCommand", ApplicationCommand,
            Text("./server 'a", "close the quote '"),
            Text("./server \"a", "close the quote \""),
            Text("-c x", "begin with the program, and put its options behind it"),
            Text("cd odd && python3 app.py", NoShell("&")),
            Text("python3 app.py > log", NoShell(">")),
            Text("export A", "export is a shell's own, and no shell takes part: put this into a script of the folder"),
            Text("A=1 node x", "set A by applicationEnvironment, and begin with the program"),
            Odd("./server\nreboot", "write it on one line, without control characters"),
            Written(Megabyte, Shown, "put what is longer into a script of the folder, and start that")),
        .. Of("applicationPackages", "0 to 20 names of packages of Amazon Linux 2023",
            Written("[node js]", "node js", Package),
            Written("[-y]", "-y", Package),
            Written("[\"nodejs22;reboot\"]", "nodejs22;reboot", Package),
            Written("[nodejs22, nodejs22]", "nodejs22 and nodejs22", "name it once")),
        .. Of("applicationEnvironment", "0 to 50 environment variables, NAME=value, each name once",
            Written("[LOG_LEVEL]", "LOG_LEVEL", "write it like LOG_LEVEL=info, on one line"),
            Written("[1A=b]", "1A=b", "write it like LOG_LEVEL=info, on one line"),
            Written("[\"A=b\\nC=d\"]", "\"A=b\\nC=d\"", "write it like LOG_LEVEL=info, on one line"),
            Written("[PORT=1]", "PORT=1", "remove it, since applicationPort sets it")),
        .. Of("applicationSecrets",
            "0 to 20 environment variables, NAME=ARN, each of a secret of Secrets Manager or a parameter of SSM Parameter Store",
            Written("[DB=hunter2]", "DB=hunter2", Secret),
            Written("[\"DB=arn:aws:secretsmanager:eu-west-1:111122223333:secret:db\"]",
                "DB=arn:aws:secretsmanager:eu-west-1:111122223333:secret:db", Secret),
            Written("[\"DB=arn:aws:s3:::bucket/key\"]", "DB=arn:aws:s3:::bucket/key", Secret),
            Written("[\"DB=arn:aws:ssm:eu-west-1:111122223333:parameter/a'b\"]",
                "DB=arn:aws:ssm:eu-west-1:111122223333:parameter/a'b", Secret)),
    ];

    private static IEnumerable<BadValue> Checks() =>
    [
        .. Each("healthCheckPath", "a path other than / alone, of letters, digits and . _ ~ -, at most 1024 characters",
            "write it like /health",
            "", "/", "health", "//health", "/a//b", "/a/../b", "/./health", "/health?deep=1", "/health#top", "/he alth", "/he%20alth",
            "/h\"", "/h;}", "/{id}", "/$uri", "/gesund-ü", "/health\n"),
        .. Each("alarmEmail", "one e-mail address in ASCII, with a lower-case domain", Email,
            "ops", "ops@localhost", "@example.com", "a@b@example.com", "a@example.com,b@example.com", ".a@example.com", "a..b@example.com",
            "Ops <ops@example.com>", "ops@example.com ", "ops@example.com\n", "öps@example.com"),
        .. Of("logRetentionDays",
            "one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
            Plain("0", "set it to 1"),
            Plain("100", "set it to 120"),
            Plain("3654", "set it to 3653"),
            Text("090", "set it to 90")),
    ];

    private static string Policy(string instead) => $"write {instead}, or remove the key to get ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    private static IEnumerable<BadValue> Of(string key, string rule, params Func<string, string, BadValue>[] rows) =>
        rows.Select(row => row(key, rule));

    // Text that breaks a line, or whose ends can't be seen, is shown in quotes.
    private static IEnumerable<BadValue> Each(string key, string rule, string mend, params string[] texts) => texts.Select(text =>
        (text.Length == 0 || text != text.Trim() || text.Any(char.IsControl) ? Odd(text, mend) : Text(text, mend))(key, rule));

    // What a kind never takes, and what lies just beyond a range; with the message that follows from the definition.
    private static IEnumerable<BadValue> Beyond(SettingDefinition setting) => setting switch
    {
        BooleanSetting => Each(setting.Key, setting.Range, "write true or false, in lower case", "", "True", "yes", "1", "true "),
        IntegerSetting number => Of(setting.Key, setting.Range,
            Plain($"{number.Minimum - 1}", $"set it to {number.Minimum}"),
            Plain($"{number.Maximum + 1}", $"set it to {number.Maximum}"),
            Plain("many", $"write digits alone, such as {(setting.IsOptional ? $"{number.Minimum}" : setting.Default)}")),
        DurationSetting duration =>
        [
            .. Of(setting.Key, setting.Range,
                Plain($"{duration.Maximum.TotalSeconds + 1}s", $"set it to {duration.Maximum.TotalMinutes}m"),
                Plain("5", $"write a whole number with its unit, s, m or h, such as {setting.Default}")),
            .. duration.Minimum == TimeSpan.Zero ? Array.Empty<BadValue>() : Of(setting.Key, setting.Range,
                Plain($"{duration.Minimum.TotalSeconds - 1}s", $"set it to {duration.Minimum.TotalSeconds}s")),
        ],
        TextSetting text => Each(setting.Key, setting.Range, text.MendOf($"{setting.Example}\n")!, $"{setting.Example}\n"),
        TextListSetting => Of(setting.Key, setting.Range, Written("[~]", "[null]", AsList)),
        { Kind: SettingKind.Choice } => Of(setting.Key, setting.Range,
            Odd("", $"write one of these, or remove the key to get {setting.Default}")),
        _ => Of(setting.Key, setting.Range, Plain("many", $"write digits alone, such as {setting.Default}")),
    };
}
