using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Tests.BadInput;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.StackFiles;

/// <summary>What <c>Pulumi.yaml</c> says of the configuration of all stacks.</summary>
internal sealed class ProjectConfigurationTests
{
    private const string NoValue =
        "must have a text, a whole number, true, false, a list or a declaration at shop:x: quote the value, or declare the key";

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject().With("Pulumi.s.yaml", "config: {}\n");

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCase("x: text", "shop:x", "text")]
    [TestCase("x: 3", "shop:x", "3")]
    [TestCase("x: true", "shop:x", "true")]
    [PlainCase("x: [a, 1]", "shop:x", """["a",1]""")]
    [TestCase("shop:x: text", "shop:x", "text")]
    [TestCase("shop:config:x: text", "shop:x", "text")]
    [PlainCase("x: {value: text}", "shop:x", "text")]
    [PlainCase("x: {type: string, value: text}", "shop:x", "text")]
    [PlainCase("x: {default: text}", "shop:x", "text")]
    [PlainCase("x: {default: 0x10}", "shop:x", "16")]
    [PlainCase("x: {default: 1e6}", "shop:x", "1000000")]
    [PlainCase("x: {default: {a: {b: ~}}}", "shop:x", """{"a":{"b":null}}""")]
    [PlainCase("x: {value: 2026-01-02}", "shop:x", "\"2026-01-02T00:00:00Z\"")]
    [TestCase("aws:region: eu-north-1", "aws:region", "eu-north-1")]
    [PlainCase("aws:region: {value: eu-north-1}", "aws:region", "eu-north-1")]
    [PlainCase("aws:tags: {value: {a: b}, description: more, secret: false}", "aws:tags", """{"a":"b"}""")]
    public void Value_OfTheProject_IsThatOfAStackWithoutOne(string line, string key, string expected)
    {
        var values = Read(line).Values;

        Assert.That(values.Select(entry => (entry.Key, entry.Value.Text)), Is.EqualTo(new[] { (key, expected) }));
    }

    [PlainCase("x: {value: project}")]
    [TestCase("x: project")]
    [PlainCase("x: {default: project}")]
    public void Value_OfTheStack_WinsOverTheProjects(string line)
    {
        _project.With("Pulumi.s.yaml", "config:\n  shop:x: stack\n");

        Assert.That(Read(line).Values["shop:x"].Text, Is.EqualTo("stack"));
    }

    [PlainCase("x: {type: string}")]
    [PlainCase("x: {type: string, default: ~}")]
    [PlainCase("x: {}")]
    public void Declaration_WithoutAValue_GivesNone(string line) => Assert.That(Read(line).Values, Is.Empty);

    [TestCase("x:", NoValue)]
    [TestCase("x: 1.5", NoValue)]
    [PlainCase("x: {defualt: a}",
        "must have none but default, description, items, secret, type, value, got defualt, at shop:x: remove it, or put it below value")]
    [PlainCase("x: {type: number}",
        "must have a type of array, boolean, integer, object, string at shop:x: write one of them, or remove it")]
    [PlainCase("x: {default: a, value: b}", "must have a default or a value, but has both at shop:x: remove one")]
    [PlainCase("x: {type: array}", "must say of an array what its items are at shop:x: add items: {type: string}")]
    [PlainCase("x: {type: string, default: 1}", "must have a default of its type, string, at shop:x: write it so, or change the type")]
    [PlainCase("x: {type: integer, default: a}", "must have a default of its type, integer, at shop:x: write it so, or change the type")]
    [PlainCase("x: {type: integer, default: 1.5}", "must have a default of its type, integer, at shop:x: write it so, or change the type")]
    [PlainCase("x: {type: boolean, default: yes}", "must have a default of its type, boolean, at shop:x: write it so, or change the type")]
    [PlainCase("x: {type: object, default: a}", "must have a default of its type, object, at shop:x: write it so, or change the type")]
    [PlainCase("x: {type: array, items: {type: string}, default: [1]}",
        "must have a default of its type, array, at shop:x: write it so, or change the type")]
    [PlainCase("aws:region: {default: eu-north-1}",
        "must have no type and no default, since the key is of another namespace, at aws:region: write value: in place of default:")]
    [PlainCase("aws:region: {type: string, value: a}",
        "must have no type and no default, since the key is of another namespace, at aws:region: write value: in place of default:")]
    [PlainCase("aws:region: {description: a}", "must have a value, since the key is of another namespace, at aws:region: add value:")]
    [TestCase("a:b:c: text", "must have keys of the form namespace:key, got a:b:c: write it so")]
    [TestCase("1: text", "must have texts as keys, got 1, line 3: quote it")]
    [PlainCase("shop:x: a\n  shop:config:x: b", "must set shop:x once, but has it with and without config: in it: remove one")]
    [PlainCase("shop:config:x: a\n  x: b", "must set shop:x once, but has it with and without config: in it: remove one")]
    [PlainCase("x: a\n  shop:x: b", "must set shop:x once, but has it with and without shop: before it: remove one")]
    public Task Declaration_ThatPulumiRefuses_IsOneMessage(string line, string message)
    {
        _project.With("Pulumi.yaml", $"name: shop\nconfig:\n  {line}\n");

        return Refusal.AssertAsync(_project, $"Pulumi.yaml {message}", "preview", "s");
    }

    [TestCase("integer", "3")]
    [TestCase("integer", "3.0")]
    [TestCase("integer", "'3'")]
    [TestCase("boolean", "false")]
    [TestCase("boolean", "'true'")]
    [PlainCase("object", "{a: 1}")]
    [PlainCase("array, items: {type: array, items: {type: integer}}", "[[1], [2]]")]
    public void Default_OfItsType_IsTaken(string type, string value) =>
        Assert.That(Read($"x: {{type: {type}, default: {value}}}").Values, Contains.Key("shop:x"));

    [Test]
    public Task Setting_WithoutADefaultAnyMore_IsMissedAsPulumiMissesIt()
    {
        _project.With("Pulumi.yaml", "name: infra\nconfig:\n  egress: {type: string}\n").With("Pulumi.s.yaml", StackFile.And(""));

        return Refusal.AssertAsync(
            _project,
            "Pulumi.s.yaml must set infra:egress, which Pulumi.yaml declares without a default: set it, or give it a default there",
            "preview", "s");
    }

    [Test]
    public async Task Setting_WithoutADefaultAnyMore_CanBeTriedBySet()
    {
        _project.With("Pulumi.yaml", "name: infra\nconfig:\n  egress: {type: string}\n").With("Pulumi.s.yaml", StackFile.And(""));

        Assert.That((await Invocation.Of(_project.Root, "preview", "s", "--set", "egress=none")).ExitCode, Is.Zero);
    }

    [PlainCase("{type: string, secret: true, default: \"\"}", "")]
    [PlainCase("{type: string, secret: true}", "  infra:alarmEmail: a@example.org")]
    public Task Setting_ThatIsToBeSecretAndIsNot_IsOneMessage(string declaration, string line)
    {
        _project.With("Pulumi.yaml", $"name: infra\nconfig:\n  alarmEmail: {declaration}\n").With("Pulumi.s.yaml", StackFile.And(line));

        return Refusal.AssertAsync(
            _project,
            "Pulumi.s.yaml must keep infra:alarmEmail secret, as Pulumi.yaml declares it: run 'pulumi config set --secret alarmEmail'",
            "preview", "s");
    }

    // What has no type the Pulumi CLI does not ask whether it is secret.
    [PlainCase("{type: string, secret: true, default: \"\"}", "{secure: AAA}")]
    [PlainCase("{secret: true, default: \"\"}", "a@example.org")]
    [PlainCase("{type: string, secret: false, default: \"\"}", "a@example.org")]
    [TestCase("a@example.org", "b@example.org")]
    public void Setting_ThatMayBeAsItIs_IsTaken(string declaration, string value)
    {
        _project.With("Pulumi.yaml", $"name: infra\nconfig:\n  alarmEmail: {declaration}\n").With(
            "Pulumi.s.yaml", StackFile.And($"  infra:alarmEmail: {value}"));

        Assert.That(() => ProjectFiles.Read(_project.Root, "s", []), Throws.Nothing);
    }

    [PlainCase("""'["203.0.113.0/24"]'""", "write it without quotes")]
    [TestCase("203.0.113.0/24,198.51.100.0/24", "write each of its items behind a hyphen on a line of its own")]
    [TestCase("", "write each of its items behind a hyphen on a line of its own")]
    public Task List_InAText_IsOneMessage(string yaml, string mend)
    {
        _project.With("Pulumi.s.yaml", StackFile.With("allowedCidrs", yaml));

        return Refusal.AssertAsync(
            _project,
            $"Pulumi.s.yaml must have a list at infra:allowedCidrs, as Pulumi.yaml declares it, got a text: {mend}",
            "preview", "s");
    }

    // It has no type in Pulumi.yaml, since pulumi new saves a text.
    [TestCase("eu-west-1a,eu-west-1b")]
    [PlainCase("""'["eu-west-1a","eu-west-1b"]'""")]
    public async Task Zones_InAText_AreAList(string yaml)
    {
        _project.With("Pulumi.s.yaml", StackFile.With("zones", yaml));

        Assert.That((await Invocation.Of(_project.Root, "preview", "s")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task List_BySet_MayBeAText()
    {
        _project.With("Pulumi.s.yaml", StackFile.And(""));

        var run = await Invocation.Of(_project.Root, "preview", "s", "--set", "allowedCidrs=203.0.113.0/24,198.51.100.0/24");

        Assert.That(run.Out, Does.Contain("access-load-balancer-https-from-198.51.100.0-24"));
    }

    private StackConfiguration Read(string line)
    {
        _project.With("Pulumi.yaml", $"name: shop\nconfig:\n  {line}\n");
        return ProjectFiles.Read(_project.Root, "s", []);
    }
}
