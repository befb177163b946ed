using System.Reflection;
using System.Text;
using Generator;
using Generator.Schema;
using Infra.Cli.Cost;
using Infra.Cli.Live.Http;
using Infra.Cli.Live.Tls;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
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
        new("tls", bytes => ServerAnswerReader.ReadAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult()),
        new("http", bytes => _ = HttpReplyReader.ReadAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult().Shown),
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
    }

    private static void ReadPrices(byte[] bytes) => Allow<InvalidUsageException>(() =>
    {
        var book = PriceBook.Parse(new MemoryStream(bytes));
        foreach (var region in book.Regions)
        {
            foreach (var thing in PricedThings)
                Allow<InvalidUsageException>(() => book.Of(thing, region));
            Allow<InvalidUsageException>(() => book.OfServer("t4g.small", region));
        }
    });

    private static void ReadSchema(byte[] bytes)
    {
        var file = Path.Combine(Folder.FullName, "schema.json");
        File.WriteAllBytes(file, bytes);
        Allow<SchemaException>(() => new Sdk(SchemaFile.Read(file, "1.0.0")).WriteTo(Path.Combine(Folder.FullName, "sdk")));
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
}
