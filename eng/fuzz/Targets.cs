using System.Reflection;
using System.Text;
using Generator;
using Generator.Schema;
using Infra.Cli.Checks;
using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Cost.Updating;
using Infra.Cli.Live;
using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Headers;
using Infra.Cli.Live.Http;
using Infra.Cli.Live.Tls;
using Infra.Cli.Live.Verify;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;
using Infra.Networking;
using Infra.Settings;

namespace Infra.Fuzz;

/// <summary>The parsers of our own. YAML and JSON are read by libraries, whose answers are read by us.</summary>
internal static class Targets
{
    private static readonly IReadOnlyList<string> PricedThings =
        [.. typeof(PriceItem).GetFields(BindingFlags.Public | BindingFlags.Static).Select(item => (string)item.GetRawConstantValue()!)];

    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("infra-fuzz-");

    public static IReadOnlyList<Target> All { get; } =
    [
        new("cidr", bytes => ReadBlock(Encoding.UTF8.GetString(bytes))),
        new("stack-file", ReadStackFile),
        new("plan", ReadPlan),
        new("tls", ReadHello),
        new("http", ReadSite),
        new("tools", ReadTools),
        new("prices", ReadPrices),
        new("schema", ReadSchema),
    ];

    /// <summary>Deletes what the targets wrote.</summary>
    public static void CleanUp() => Folder.Delete(recursive: true);

    // What is taken for a block has to be one for whatever comes after.
    private static void ReadBlock(string text)
    {
        _ = CidrBlock.MendOfVpc(text);
        if (CidrBlock.MendOf(text) is null && (AddressBlocks.IsIPv6(text) != text.Contains(':') || !CidrBlock.Overlap(text, text)))
            throw new InvalidDataException($"'{text}' is taken for a block, and is none");
    }

    private static void ReadStackFile(byte[] bytes)
    {
        File.WriteAllText(Path.Combine(Folder.FullName, "Pulumi.yaml"), "name: infra\nconfig:\n  maxServers: { default: 3 }\n");
        File.WriteAllBytes(Path.Combine(Folder.FullName, "Pulumi.fuzz.yaml"), bytes);
        Allow<InvalidUsageException>(() =>
        {
            var stack = ProjectFiles.Read(Folder.FullName, "fuzz", []);
            _ = stack.Secrets.Count();
            _ = stack.ForEngine();
        });
        Allow<InvalidUsageException>(() => JsonFile.Parse(Encoding.UTF8.GetString(bytes), "Pulumi.json"));
        Allow<InvalidUsageException>(() => CliConfig.Read(Encoding.UTF8.GetString(bytes), "--cli"));

        File.WriteAllBytes(Path.Combine(Folder.FullName, "Pulumi.yaml"), bytes);
        Allow<InvalidUsageException>(() => ProjectFiles.Read(Folder.FullName, "none", []));
    }

    private static void ReadPlan(byte[] bytes) => Allow<InvalidUsageException>(() =>
    {
        var contents = PlanFile.Read(PlanBytes.Read(PlanBytes.StandardInput, () => new MemoryStream(bytes)), "plan");
        var graph = PlanGraph.Of(contents, "plan", Folder.FullName);
        Legible(FoundPlan.Line("plan", graph));
        _ = CheckReport.Of(graph, []);
    });

    private static void ReadHello(byte[] bytes)
    {
        _ = ServerAnswerReader.ReadAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult();
        _ = ServerKeysReader.ReadAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult();
        _ = Ssl2.ReadAnswerAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult();
    }

    // Of a page also what its fields say.
    private static void ReadSite(byte[] bytes)
    {
        _ = HttpReplyReader.ReadAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult().Shown;
        var reply = HttpReplyReader.ReadPageAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult().Head;
        Legible(SecurityFields.Fault(reply) ?? "");
        foreach (var field in reply.Headers)
        {
            foreach (var value in field)
            {
                _ = NamedVersion.IsIn(field.Key, value);
                _ = new SetCookie(value).IsDeletion(DateTimeOffset.UnixEpoch);
            }
        }
    }

    // What the aws tool and the Pulumi CLI print: each answer may come to each question.
    private static void ReadTools(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var aws = new AwsTool(new Printed(text), "eu-west-1", TimeProvider.System);
        Ask<GroupsAnswer>(aws, answer =>
        {
            foreach (var group in answer.AutoScalingGroups)
                _ = (ScalingHold.HeldIn(group), group.Instances.Count(server => server.IsCounted));
        });
        Ask<RefreshesAnswer>(aws, answer => RefreshStatus.Latest(answer.InstanceRefreshes));
        Ask<RefreshStarted>(aws);
        Ask<PoliciesAnswer>(aws);
        Ask<TargetGroupsAnswer>(aws);
        Ask<TargetHealthAnswer>(aws);
        Ask<LoadBalancersAnswer>(aws);
        Ask<AttributesAnswer>(aws);
        Ask<MachinesAnswer>(aws);
        Ask<SecurityGroupsAnswer>(aws);
        Ask<Identity>(aws);
        Ask<AlarmsAnswer>(aws);
        Legible(AwsError.Of("sts get-caller-identity", text).Message);

        Allow<InvalidUsageException>(() => GroupOutputs.Read<RollOutputs>("dev", text));
        Allow<InvalidUsageException>(() =>
        {
            var outputs = SiteOutputs.Read("dev", text);
            _ = outputs.Rolls;
            _ = (outputs.Url, outputs.HealthCheckPath, outputs.TlsPolicy);
            _ = TrustedCertificates.Parse(outputs.Certificate ?? "", "the output 'certificate'");
        });
    }

    // The same bytes as what is priced, as a region's file, and as one of AWS's lists.
    private static void ReadPrices(byte[] bytes)
    {
        Allow<InvalidUsageException>(() =>
        {
            var book = PriceBook.Parse(new MemoryStream(bytes), _ => new MemoryStream(bytes));
            foreach (var thing in PricedThings)
                Allow<InvalidUsageException>(() => book.Of(thing, "r"));
            Allow<InvalidUsageException>(() => book.OfServer("t4g.small", "r"));
        });
        Allow<InvalidUsageException>(() => _ = RegionFile.Text(RegionFile.Read(new MemoryStream(bytes), "r")));
        foreach (var offer in Offer.All)
        {
            Allow<InvalidDataException>(() =>
            {
                using var text = new StreamReader(new MemoryStream(bytes));
                OfferFile.ReadAsync(text, offer, "r", CancellationToken.None).GetAwaiter().GetResult();
            });
        }
    }

    private static void ReadSchema(byte[] bytes)
    {
        var file = Path.Combine(Folder.FullName, "schema.json");
        File.WriteAllBytes(file, bytes);
        Allow<SchemaException>(() => new Sdk(SchemaFile.Read(file, "1.0.0")).WriteTo(Path.Combine(Folder.FullName, "sdk")));
    }

    private static void Ask<TAnswer>(AwsTool aws, Action<TAnswer>? use = null)
        where TAnswer : class =>
        Allow<AwsException>(() =>
        {
            var answer = aws.AskAsync<TAnswer>(CancellationToken.None, "service", "command").GetAwaiter().GetResult();
            use?.Invoke(answer);
        });

    private static void Legible(string text)
    {
        if (text.Any(character => char.IsControl(character) && character != '\n'))
            throw new InvalidDataException($"'{text}' is not legible");
    }

    private static void Allow<TRefusal>(Action parse)
        where TRefusal : Exception
    {
        try
        {
            parse();
        }
        catch (TRefusal)
        {
        }
    }

    private sealed class Printed(string text) : ITool
    {
        public Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
            Task.FromResult(new ToolRun(0, text, ""));
    }
}
