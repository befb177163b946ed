using System.Text;
using System.Text.Json.Nodes;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>Whatever a file holds, the tool ends with one message: never with a crash, and soon.</summary>
public sealed class HostileFileTests
{
    private const string Urn = "urn:pulumi:dev::infra::";
    private const string StackUrn = $"{Urn}pulumi:pulumi:Stack::infra-dev";

    private static readonly string[][] Commands =
        [["check"], ["preview"], ["preview", "--json"], ["cost"], ["diagram"], ["rehearse", "--fast"]];

    private static IEnumerable<string> Kinds => EngineFiles.Kinds.Keys;

    private static IEnumerable<TestCaseData> Foreign =>
        from text in new[]
        {
            "", " ", "\n", "null", "42", "\"text\"", "[]", "[{}]", "{}", "{}{}", "{\"name\": \"infra\"}",
            "{\"steps\": 1}", "{\"steps\": [1]}",
            "{\"steps\": [{}]}", "{\"deployment\": {}}", "{\"deployment\": null}", "{\"deployment\": {\"resources\": {}}}",
            "{\"deployment\": {\"resources\": [null]}}", "{\"deployment\": {\"resources\": [{\"urn\": 1}]}}",
            "{\"version\": 4, \"terraform_version\": \"1.9.0\", \"resources\": []}", "{\"sequence\": 1, \"timestamp\": 2}",
            "{\"events\": [1, null, {}]}", "{\"checkpoint\": {\"latest\": null}}", "\"\\ud800\"", "{\"steps\": [{\"op\": \"\\ud800\"}]}",
            "{\"diagnostics\": [{\"severity\": \"error\", \"message\": \"it\\nfailed\"}]}", "config:\n  a: b\n", "\0\0\0",
        }
        select new TestCaseData(text).SetArgDisplayNames(PlainCaseAttribute.Name(text));

    [TestCaseSource(nameof(Foreign))]
    public async Task File_OfSomethingElse_IsOneMessage(string text)
    {
        foreach (var command in Commands)
            AssertOneMessage(await Piped.Of(text, command), text);
    }

    [TestCaseSource(nameof(Kinds))]
    [Category("Wide")]
    public async Task File_CutOffAnywhere_IsOneMessage(string kind)
    {
        var text = Text(kind);
        var ends = Enumerable.Range(0, 40).Concat(Enumerable.Range(1, 60).Select(part => (int)((long)text.Length * part / 61)))
            .Concat([text.TrimEnd().Length - 1]);
        foreach (var end in ends)
        {
            var cut = text[..end];
            var run = await Piped.Of(cut, "check");

            // All of a log is there once its summary is.
            if (!cut.Contains("\"summaryEvent\"", StringComparison.Ordinal))
                AssertOneMessage(run, $"{end} of {text.Length}");
        }
    }

    [PlainCase(100_000, "[", "]")]
    [PlainCase(100_000, "{\"steps\":[", "]}")]
    [PlainCase(100_000, "{\"deployment\":", "}")]
    public async Task File_ThatNestsWithoutEnd_IsOneMessage(int depth, string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, depth).Concat(Enumerable.Repeat(close, depth)));

        AssertOneMessage(await Piped.Of(text, "check"), open);
    }

    [Test]
    public async Task Input_ThatNestsDeeply_IsOneMessage()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70);
        var state = State(
            Resource("pulumi:pulumi:Stack", "infra-dev"),
            Resource("aws:ec2/vpc:Vpc", "vpc", StackUrn, $"\"id\": \"vpc-1\", \"custom\": true, \"inputs\": {deep}"));

        AssertOneMessage(await Piped.Of(state, "cost"), "deep");
    }

    [PlainCase("has no stack", "has none")]
    [PlainCase("has two", "has several", StackUrn, StackUrn + "-2")]
    [PlainCase("is twice", "has aws:ec2/vpc:Vpc vpc twice", StackUrn, Urn + "aws:ec2/vpc:Vpc::vpc", Urn + "aws:ec2/vpc:Vpc::vpc")]
    [PlainCase("is its own parent", "as its own ancestor", StackUrn, Urn + "aws:ec2/vpc:Vpc::vpc < " + Urn + "aws:ec2/vpc:Vpc::vpc")]
    [PlainCase("is its grandparent", "as its own ancestor", StackUrn,
        Urn + "infra:a:A::a < " + Urn + "infra:b:B::b", Urn + "infra:b:B::b < " + Urn + "infra:a:A::a")]
    [PlainCase("has no parent", "without its parent", StackUrn, Urn + "aws:ec2/vpc:Vpc::vpc < " + Urn + "infra:a:A::a")]
    [PlainCase("has a path for a name", "by a name that Pulumi does not allow", "urn:pulumi:../../x::infra::pulumi:pulumi:Stack::s")]
    [PlainCase("tells no region", "tells no region", "urn:pulumi:elsewhere::infra::pulumi:pulumi:Stack::s")]
    public async Task State_ThatIsNone_IsRefused(string what, string message, params string[] urns)
    {
        var resources = urns.Select(urn => urn.Split(" < ")).Select(parts => Resource(
            parts[0].Split("::")[2], parts[0].Split("::")[3], parts.Length > 1 ? parts[1] : null, urn: parts[0]));
        foreach (var command in Commands)
        {
            var run = await Piped.Of(State([.. resources]), command);

            AssertOneMessage(run, what);
            Assert.That(run.Error, Does.Contain(message), what);
        }
    }

    // Any value in any place may be any other.
    [TestCaseSource(nameof(Kinds))]
    [Category("Slow")]
    public async Task File_WithAnyValueInAnyPlace_NeverCrashes(string kind)
    {
        string[] values =
        [
            "null", "true", "-1", "1e300", "\"\"", "\"x\"", "[]", "{}", "[[[1]]]", "{\"a\":{\"b\":[]}}", "\"\\u0000\\u001b[31m\"",
            "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"", "\"[secret]\"",
            "{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\",\"plaintext\":\"{\"}",
            $"\"{new string('9', 5000)}\"",
        ];
        var random = new Random(19);
        var lines = Text(kind).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] documents = kind.Contains("event", StringComparison.Ordinal) ? lines : [string.Concat(lines)];
        for (var trial = 0; trial < 60; trial++)
        {
            var at = random.Next(documents.Length);
            var document = JsonNode.Parse(documents[at])!;
            var places = Places(document).ToList();
            var place = places[random.Next(places.Count)];
            var value = values[random.Next(values.Length)];
            Put(document, place, JsonNode.Parse(value));
            string[] changed = [.. documents[..at], document.ToJsonString(), .. documents[(at + 1)..]];

            var command = Commands[trial % Commands.Length];
            var run = await Piped.Of(string.Join('\n', changed), command);
            Assert.That(run.ExitCode, Is.InRange(0, 2));
            Assert.That(run.Error, Does.Not.Contain("   at "), $"{place} = {value}");
        }
    }

    [PlainCase("\u001b[2J\u001b[31mred")]
    [PlainCase("one\ntwo\r::error::three")]
    [PlainCase("\u202eback to front")]
    [PlainCase("<script>alert(1)</script>")]
    public async Task Name_ThatSteersATerminal_IsWrittenOut(string name)
    {
        var state = JsonNode.Parse(new EngineFiles(PlanVariants.Of("dev", "").Single()).Export())!;
        var resources = state["deployment"]!["resources"]!.AsArray();
        foreach (var type in new[] { "random:index/randomPet:RandomPet", "aws:ec2/vpc:Vpc" })
        {
            resources.Add(new JsonObject
            {
                ["urn"] = $"{Urn}{type}::{name}",
                ["type"] = type,
                ["custom"] = true,
                ["id"] = "x",
                ["parent"] = StackUrn,
                ["inputs"] = new JsonObject { ["cidrBlock"] = name },
            });
        }

        foreach (var command in Commands)
        {
            var run = await Piped.Of(state.ToJsonString(), command);

            Assert.That($"{run.Out}{run.Error}".Where(char.IsControl).Distinct(), Is.SubsetOf("\n"), command[0]);
            Assert.That($"{run.Out}{run.Error}", Does.Not.Contain("\u202e").And.Not.Match("(?m)^::error::"));
            if (command[0] == "diagram")
                Assert.That(run.Out, Does.Not.Contain("<script>"));
        }
    }

    // What controls read as JSON, as a number or as a name; each by a command that would have to read it.
    [PlainCase("check", "aws:s3/bucketPolicy:BucketPolicy", "policy", "not JSON")]
    [PlainCase("check", "aws:s3/bucketPolicy:BucketPolicy", "policy", "{\"Statement\": [true]}")]
    [PlainCase("check", "aws:cloudwatch/dashboard:Dashboard", "dashboardBody",
        "{\"widgets\": [{\"type\": \"alarm\", \"properties\": {\"alarms\": [null]}}]}")]
    [PlainCase("check", "aws:lb/targetGroup:TargetGroup", "deregistrationDelay", 1e300)]
    [PlainCase("cost", "aws:lb/targetGroup:TargetGroup", "deregistrationDelay", 1e300)]
    [PlainCase("preview", "aws:lb/targetGroup:TargetGroup", "deregistrationDelay", 1e300)]
    [PlainCase("diagram", "aws:lb/targetGroup:TargetGroup", "deregistrationDelay", 1e300)]
    [PlainCase("rehearse", "aws:lb/targetGroup:TargetGroup", "deregistrationDelay", 1e300)]
    public async Task Value_OfAFormThatNoStackHas_IsSaid(string command, string type, string input, object value)
    {
        var state = JsonNode.Parse(new EngineFiles(PlanVariants.Of("prod", "").Single()).Export())!;
        var resources = state["deployment"]!["resources"]!.AsArray();
        foreach (var resource in resources.Where(resource => resource!["type"]!.GetValue<string>() == type))
        {
            // As the provider read it: of a state that counts.
            foreach (var side in new[] { "inputs", "outputs" })
                resource![side]![input] = JsonValue.Create(value);
        }

        var run = await Piped.Of(state.ToJsonString(), command == "rehearse" ? [command, "--fast"] : [command]);

        Assert.That(run.ExitCode, Is.EqualTo(command switch { "check" => 1, "preview" => 0, _ => 2 }), run.Error);
        Assert.That($"{run.Out}{run.Error}", Does.Contain("of a form that no stack has"));
    }

    // Lists in any order, within each other: to compare them all would never end.
    [TestCase(400_000, 0)]
    [TestCase(60, 2)]
    [Category("Wide")]
    public async Task State_WithEndlessLists_IsRefused(int length, int depth)
    {
        var state = JsonNode.Parse(new EngineFiles(PlanVariants.Of("prod", "").Single()).Export())!;
        var group = state["deployment"]!["resources"]!.AsArray().Single(one => one!["urn"]!.GetValue<string>().EndsWith("::fleet-group"))!;
        group["inputs"]!["enabledMetrics"] = Nested(length, depth, Enumerable.Range(0, length));
        group["outputs"]!["enabledMetrics"] = Nested(length, depth, Enumerable.Range(0, length).Reverse());
        var file = Encoding.UTF8.GetBytes(state.ToJsonString());

        var run = await Piped.Of(file, ["check"]);

        AssertOneMessage(run, "endless");
        Assert.That(run.Error, Does.Contain("has more to compare than a stack has"));
    }

    private static JsonArray Nested(int length, int depth, IEnumerable<int> numbers) => new(
        [.. numbers.Select(JsonNode (number) => depth == 0 ? $"metric-{number}" : Nested(length, depth - 1, Same(number)))]);

    private static IEnumerable<int> Same(int number) => Enumerable.Range(number, 60).Reverse();

    [TestCase(200)]
    public async Task File_OfHundredsOfMegabytes_IsRefusedUnread(int megabytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.OpenWrite(path))
                file.SetLength(megabytes * 1024L * 1024);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var run = await Invocation.Of(Reference.Root, "check", "--from", path);

            AssertOneMessage(run, "large");
            Assert.That(run.Error, Does.Contain(" must be at most 32 MiB: "));
            Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(32 * 1024 * 1024));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Each takes more memory than its two characters.
    [Test]
    public async Task File_OfMillionsOfValues_IsRefused()
    {
        var file = Encoding.UTF8.GetBytes($"{{\"deployment\":{{\"resources\":[{string.Join(',', Enumerable.Repeat("[]", 3_000_000))}]}}}}");
        var before = GC.GetTotalAllocatedBytes();
        var run = await Piped.Of(file, "check");

        AssertOneMessage(run, "millions");
        Assert.That(run.Error, Does.Contain("has more values than any stack"));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(100 * 1024 * 1024));
    }

    [Test]
    public async Task Input_WithoutEnd_IsRefused()
    {
        using var endless = new EndlessStream();
        var run = await Invocation.OfInput(Reference.Root, endless, "check", "--from", "-");

        AssertOneMessage(run, "endless");
        Assert.That(run.Error, Does.StartWith("standard input must be at most 32 MiB: "));
        Assert.That(endless.Given, Is.LessThan(33L * 1024 * 1024));
    }

    [PlainCase("nowhere.json", "can't be read (")]
    [TestCase(".", "must be a file with ")]
    [PlainCase("", "can't be read (")]
    public async Task File_ThatIsNone_IsOneMessage(string path, string message)
    {
        var run = await Invocation.Of(Reference.Root, "check", "--from", path);

        AssertOneMessage(run, path);
        Assert.That(run.Error, Does.Contain(message));
    }

    private static string Text(string kind) => EngineFiles.Kinds[kind](EngineFiles.Dev);

    private static void AssertOneMessage(Invocation run, string what)
    {
        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")), $"{what}: {run.Error}");
        Assert.That(run.Error, Does.Match("^(standard input|[^ ]*/[^ ]*|nowhere.json|\\.|) ?.*: .+\n$"), what);
        Assert.That(run.Error.Count(character => character == '\n'), Is.EqualTo(1), what);
    }

    private static byte[] State(params string[] resources) =>
        Encoding.UTF8.GetBytes($"{{\"version\": 3, \"deployment\": {{\"resources\": [{string.Join(",", resources)}]}}}}");

    private static string Resource(
        string type, string name, string? parent = null, string more = "\"custom\": false", string? urn = null)
    {
        var ancestor = parent is null ? "" : $"\"parent\": \"{parent}\", ";
        return $$"""{ "urn": "{{urn ?? $"{Urn}{type}::{name}"}}", "type": "{{type}}", {{ancestor}}{{more}} }""";
    }

    private static IEnumerable<string> Places(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value, $"{path}/{member.Key}")).Append(path),
        JsonArray items => items.SelectMany((item, index) => Places(item, $"{path}/{index}")).Append(path),
        _ => [path],
    };

    private static void Put(JsonNode document, string path, JsonNode? value)
    {
        var steps = path.Split('/').Skip(1).ToArray();
        if (steps.Length == 0)
            return;

        JsonNode? at = document;
        foreach (var step in steps[..^1])
            at = at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at![step];
        if (at is JsonArray items)
            items[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        else
            at![steps[^1]] = value;
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
