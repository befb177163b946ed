using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Preview;

/// <summary>Secrets planted where a stack could have them: none may come out, whatever is asked for.</summary>
internal sealed class SecretsTests
{
    private const string Ciphertext = "AAABAPlantedCiphertext";
    private const string Address = "planted@secret.example.com";
    private const string Arn = "arn:aws:acm:eu-west-1:111122223333:certificate/0123abcd-2222-3333-4444-555555555555";

    private const string StackFile =
        $"""
        config:
          aws:region: eu-west-1
          aws:secretKey:
            secure: {Ciphertext}
          infra:zones: [eu-west-1a, eu-west-1b]
          infra:alarmEmail:
            secure: {Ciphertext}
          infra:certificateArn:
            secure: {Ciphertext}

        """;

    private static readonly string[] Values =
        ["--set", $"alarmEmail={Address}", "--set", $"certificateArn={Arn}", "--set", "aws:secretKey=PlantedAccessKey"];

    private static readonly string[][] Commands =
    [
        ["preview", "s"], ["preview", "s", "--json"],
        ["check", "s"], ["check", "s", "--json"], ["check", "s", "--sarif"],
        ["cost", "s"], ["cost", "s", "--json"], ["cost", "s", "--compare", "s"],
        ["diagram", "s"], ["diagram", "s", "--format", "mermaid"],
        ["rehearse", "s", "--fast"], ["rehearse", "s", "--fast", "--json"],
    ];

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject().With("Pulumi.s.yaml", StackFile);

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCaseSource(nameof(Commands))]
    public async Task ConfiguredSecret_OfAnyKey_IsNeverShown(params string[] command)
    {
        var run = await Invocation.Of(_project.Root, [.. command, .. Values]);

        Assert.Multiple(() =>
        {
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
            Assert.That(
                run.Out,
                Does.Not.Contain(Ciphertext).And.Not.Contain(Address).And.Not.Contain("PlantedAccessKey").And.Not.Contain(Arn));
        });
    }

    // Any of them may turn up in what is said of the other.
    [TestCase("s", "open")]
    [TestCase("open", "s")]
    public async Task ConfiguredSecret_OfOneOfTwoStacks_IsHiddenInWhatIsSaidOfBoth(string stack, string other)
    {
        _project.With("Pulumi.open.yaml", BadInput.StackFile.And(""));
        var dev = await Graphs.Of("dev");
        var plan = new ResourceGraph(dev.ProjectName, Address, dev.Region, dev.Nodes, dev.Outputs);

        var run = await Invocation.Of(_project.Root, plan, ["cost", stack, "--compare", other, .. Values]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Not.Contain(Address));
        Assert.That(run.Out.ReplaceLineEndings(" "), Does.Match(@" other resources of \[secret\] and \d+ other resources of \[secret\] "));
    }

    [Test]
    public async Task ConfiguredSecret_OfAStaleDrawing_IsNotQuoted()
    {
        var run = await Invocation.Of(_project.Root, ["diagram", "s", "--check", "none.svg", .. Values]);

        Assert.That(run, Is.EqualTo(new Invocation(1, "", "none.svg is missing: run the same command with --output instead of --check\n")));
    }

    // Whoever looks at a plan need not know the secret: an example stands for it, and is hidden as it would be.
    [TestCaseSource(nameof(Commands))]
    public async Task ConfiguredSecret_ThatHasNoValueHere_MakesTheSamePlan(params string[] command)
    {
        var without = await Invocation.Of(_project.Root, command);
        var with = await Invocation.Of(_project.Root, [.. command, .. Values[..4]]);

        Assert.That(without.Error, Is.Empty);
        // A what-if is not judged by waivers, of which there is none here.
        Assert.That((without.ExitCode, without.Out), Is.EqualTo((with.ExitCode, with.Out)));
    }

    [TestCase("us-east-1")]
    [TestCase("us-gov-west-1")]
    [TestCase("eusc-de-east-1")]
    public async Task ConfiguredSecret_OfAStackInAnotherRegion_IsOfThatRegion(string region)
    {
        _project.With("Pulumi.s.yaml", StackFile.Replace("eu-west-1", region, StringComparison.Ordinal));

        Assert.That((await Invocation.Of(_project.Root, "preview", "s")).Error, Is.Empty);
    }

    // How older versions of Pulumi wrote keys.
    [Test]
    public async Task ConfiguredSecret_UnderAKeyOfOldSpelling_IsTheSame()
    {
        _project.With("Pulumi.s.yaml", StackFile.Replace("infra:alarmEmail", "infra:config:alarmEmail", StringComparison.Ordinal));

        var without = await Invocation.Of(_project.Root, "preview", "s", "--json");
        var with = await Invocation.Of(_project.Root, ["preview", "s", "--json", .. Values]);

        Assert.That(without.Out, Does.Contain("\"infra:alarmEmail\": \"[secret]\"").And.Not.Contain("ops@example.com"));
        Assert.That(with.Out, Does.Contain("\"infra:alarmEmail\": \"[secret]\"").And.Not.Contain(Address));
    }

    [Test]
    public async Task ConfiguredSecret_ThatHasNoValueHere_IsNoPartOfWhatElseIsWrong()
    {
        _project.With(
            "Pulumi.s.yaml",
            $"{StackFile}  infra:vpcCidr: {{secure: {Ciphertext}}}\n  infra:deletionProtection: true\n  infra:maxServers: 4\n");

        var run = await Invocation.Of(_project.Root, "preview", "s");

        Assert.That(run, Is.EqualTo(new Invocation(2, "",
            """
            Pulumi.s.yaml is not valid (2 problems):
              infra:vpcCidr must not be secret, since ids, names, numbers or scripts of resources tell it:
                set it without --secret; only infra:certificateArn and infra:alarmEmail can be secret
              infra:maxServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 4: set it to 3

            """.Replace("\n    ", " ", StringComparison.Ordinal))));
    }

    [TestCase("aws:region", "eu-west-1")]
    [PlainCase("infra:zones", """["eu-west-1a","eu-west-1b"]""")]
    [TestCase("infra:vpcCidr", "10.77.0.0/16")]
    [TestCase("infra:instanceType", "t4g.small")]
    [TestCase("infra:minServers", "2")]
    [TestCase("infra:siteDirectory", "site")]
    [TestCase("infra:healthCheckPath", "/planted")]
    public async Task ConfiguredSecret_ThatThePlanWouldTell_IsRefused(string key, string value)
    {
        _project.With(
            "Pulumi.t.yaml",
            StackFile.Replace($"  {key}: ", "  none:of-it: ", StringComparison.Ordinal) + $"  {key}: {{secure: {Ciphertext}}}\n");

        var run = await Invocation.Of(_project.Root, ["preview", "t", .. Values, "--set", $"{key}={value}"]);

        Assert.That(run, Is.EqualTo(new Invocation(2, "",
            $"""
            Pulumi.t.yaml is not valid (1 problem):
              {key} must not be secret, since ids, names, numbers or scripts of resources tell it:
                set it without --secret; only infra:certificateArn and infra:alarmEmail can be secret

            """.Replace("\n    ", " ", StringComparison.Ordinal))));
    }

    [Test]
    public async Task ConfiguredSecret_InJson_IsMarked()
    {
        var run = await Invocation.Of(_project.Root, ["preview", "s", "--json", .. Values]);

        Assert.That(run.Out, Does.Contain("\"infra:alarmEmail\": \"[secret]\"").And.Contain("\"aws:secretKey\": \"[secret]\"")
            .And.Contain("\"endpoint\": \"[secret]\"").And.Contain("\"certificateArn\": \"[secret]\""));
    }

    // By chance: the program reads nothing of that namespace. It is no reason to hide what has the same word, nor to fail.
    [TestCase("http")]
    [TestCase("nginx")]
    [TestCase("arn:aws:")]
    public async Task ConfiguredSecret_OfAnotherNamespace_ChangesNothingWhereThePlanHasTheSameText(string value)
    {
        foreach (var command in Commands)
        {
            var without = await Invocation.Of(_project.Root, command);
            var with = await Invocation.Of(_project.Root, [.. command, "--set", $"aws:secretKey={value}"]);

            Assert.That(with, Is.EqualTo(without), string.Join(' ', command));
        }
    }

    // The rest of the reasons has waivers, or is none.
    [Test]
    public async Task ConfiguredSecret_OfACertificate_FailsNoControl()
    {
        var plain = await Invocation.Of(
            _project.With("Pulumi.p.yaml", StackFile.Replace($"\n    secure: {Ciphertext}", $" {Arn}", StringComparison.Ordinal)
                .Replace($"infra:alarmEmail: {Arn}", $"infra:alarmEmail: {Address}", StringComparison.Ordinal)).Root,
            "check", "p");

        foreach (var values in new[] { [], Values })
        {
            var run = await Invocation.Of(_project.Root, ["check", "s", .. values]);

            Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, plain.Out.Replace(" of p\n", " of s\n", StringComparison.Ordinal)
                .Replace("\np ", "\ns ", StringComparison.Ordinal))));
        }
    }

    // Too short to be looked for in a text, and too long to be quoted whole.
    [TestCase("x")]
    [TestCase("planted")]
    [TestCase(
        "planted-planted-planted-planted-planted-planted-planted-planted-planted-planted-planted-planted-planted-planted-planted-planted")]
    public async Task ConfiguredSecret_ThatIsNotValid_IsNotQuoted(string value)
    {
        var run = await Invocation.Of(_project.Root, ["preview", "s", .. Values, "--set", $"alarmEmail={value}"]);

        Assert.That(run, Is.EqualTo(new Invocation(2, "",
            """
            Pulumi.s.yaml is not valid (1 problem):
              infra:alarmEmail must be one e-mail address in ASCII, with a lower-case domain, got [secret]: write it like ops@example.com

            """)));
    }

    [Test]
    public async Task TlsKey_OfASelfSignedCertificate_IsNeverShown()
    {
        using var key = PreviewKey.Create();
        var body = key.ExportRSAPrivateKeyPem().Split('\n')[1];

        foreach (var command in Commands)
        {
            var run = await Invocation.Of(Reference.Root, [command[0], "dev", .. command[2..]]);

            Assert.That(run.Out, Does.Not.Contain("PRIVATE KEY").And.Not.Contain(body), string.Join(' ', command));
        }
    }

    [Test]
    public async Task TlsKey_OfASelfSignedCertificate_IsMarkedWhereverItGoes()
    {
        var graph = await Graphs.Of("dev");

        var shown = graph.Shown.Nodes.SelectMany(
            node => node.Inputs.Concat(node.Outputs).Where(entry => entry.Value is "[secret]").Select(entry => $"{node.Name} {entry.Key}"));
        Assert.That(shown.Distinct(), Is.EquivalentTo(new[]
        {
            "cert-self-signed-key privateKeyPem", "cert-self-signed-key privateKeyPemPkcs8",
            "cert-self-signed-cert privateKeyPem", "cert-self-signed-import privateKey",
        }));
    }

    [Test]
    public void Text_WithASecretInBase64_IsHidden()
    {
        var script = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(new string('#', 200) + "\nexport TOKEN=planted-token\n"));
        var secrets = new SecretTexts(["planted-token"]);

        Assert.That(
            (secrets.AreIn(script), secrets.AreIn("https://u:planted-token@h/"), secrets.AreIn("planted")),
            Is.EqualTo((true, true, false)));
    }

    [Test]
    public void ShortSecret_InsideAnotherText_IsLeftAlone()
    {
        var secrets = new SecretTexts(["3"]);

        Assert.That((secrets.AreIn("3"), secrets.AreIn("eu-west-3")), Is.EqualTo((true, false)));
    }
}
