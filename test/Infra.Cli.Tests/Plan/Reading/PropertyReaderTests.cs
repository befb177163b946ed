using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>Each kind of value that Pulumi writes is read as what it stands for, and a secret in plain text remembered.</summary>
public sealed class PropertyReaderTests
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string AssetKind = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveKind = "0def7320c3a5731c473e5ecbe6d01bc7";

    private PropertyReader _reader = new();

    [SetUp]
    public void Begin() => _reader = new();

    [Test]
    public void Value_OfJson_IsItself()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read("text"), Is.EqualTo("text"));
            Assert.That(Read(2.5), Is.EqualTo(2.5));
            Assert.That(Read(true), Is.True);
            Assert.That(Read(false), Is.False);
            Assert.That(Read(null), Is.Null);
            Assert.That(Read(new JsonArray("a", null, 1)), Is.EqualTo(new object[] { "a", 1d }));
            Assert.That(
                Read(new JsonObject { ["a"] = "b", ["c"] = null }), Is.EqualTo(new Dictionary<string, object> { ["a"] = "b" }));
        }
    }

    [Test]
    public void Value_ThatIsNotKnown_IsUnknown() =>
        Assert.That(Read(PropertyReader.UnknownText), Is.SameAs(UnknownValue.Instance));

    [Test]
    public void Value_ThatIsHidden_IsSecret() => Assert.That(Read("[secret]"), Is.SameAs(UnknownValue.Hidden));

    [Test]
    public void Secret_ThatOnlyItsOwnerCanRead_IsSecret()
    {
        Assert.That(Read(Secret("ciphertext", "v1:0:0")), Is.SameAs(UnknownValue.Hidden));
        Assert.That(_reader.Secrets, Is.Empty);
    }

    [Test]
    public void Secret_InPlainText_IsReadAndRemembered()
    {
        Assert.That(Read(Secret("plaintext", "\"alpha\"")), Is.EqualTo("alpha"));
        Assert.That(_reader.Secrets, Is.EqualTo(new[] { "alpha" }));
    }

    [Test]
    public void Secret_OfSeveralValues_RemembersEach()
    {
        Read(Secret("plaintext", """["alpha", {"a": "beta", "b": [7, true, {"c": "gamma"}]}]"""));
        Read(Secret("plaintext", """{"d": "delta", "e": {"f": "epsilon"}}"""));

        Assert.That(_reader.Secrets, Is.EquivalentTo(new[] { "alpha", "beta", "gamma", "delta", "epsilon" }));
    }

    [Test]
    public void Value_BesideASecret_IsNotRemembered()
    {
        Read(new JsonArray("open", Secret("plaintext", "\"alpha\""), "open as well"));

        Assert.That(_reader.Secrets, Is.EqualTo(new[] { "alpha" }));
    }

    [Test]
    public void Asset_OfAFile_IsThatFile() => Assert.That(
        Read(Special(AssetKind, ("path", "site/index.html"))), Is.EqualTo(new LocalArchive("site/index.html", IsFile: true)));

    [Test]
    public void Archive_OfADirectory_IsThatDirectory() =>
        Assert.That(Read(Special(ArchiveKind, ("path", "site"))), Is.EqualTo(new LocalArchive("site")));

    [Test]
    public void Asset_WithoutAPath_IsWhatElseItHas([Values(AssetKind, ArchiveKind)] string kind) =>
        Assert.That(Read(Special(kind, ("hash", "0"))), Is.EqualTo(new Dictionary<string, object> { ["hash"] = "0" }));

    [Test]
    public void Reference_ToAResource_IsItsId()
    {
        const string Kind = "5cf8f73096256a8f31e491e813e4eb8e";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(Special(Kind, ("urn", "urn:pulumi:a"), ("id", "vpc-0"))), Is.EqualTo("vpc-0"));
            Assert.That(Read(Special(Kind, ("urn", "urn:pulumi:a"))), Is.EqualTo("urn:pulumi:a"));
            Assert.That(
                Read(Special(Kind, ("urn", "urn:pulumi:a"), ("id", PropertyReader.UnknownText))), Is.SameAs(UnknownValue.Instance));
        }
    }

    [Test]
    public void Integer_InAText_IsANumber()
    {
        const string Kind = "7eb310220ed6211bd6f147f2a75bfbb6";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(Special(Kind, ("value", "-300"))), Is.EqualTo(-300d));
            Assert.That(Read(Special(Kind, ("value", 300))), Is.EqualTo(300d));
            Assert.That(Read(Special(Kind, ("value", "3 dozen"))), Is.EqualTo("3 dozen"));
            Assert.That(Read(Special(Kind, ("worth", "300"))), Is.EqualTo(new Dictionary<string, object>
            {
                [Signature] = Kind,
                ["worth"] = "300",
            }));
        }
    }

    [Test]
    public void Output_OfAResource_IsItsValueOrNotKnownYet()
    {
        const string Kind = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(Special(Kind, ("value", "known"))), Is.EqualTo("known"));
            Assert.That(Read(Special(Kind, ("dependencies", new JsonArray()))), Is.SameAs(UnknownValue.Instance));
        }
    }

    [Test]
    public void Members_ByDefault_AreApart()
    {
        using var document = Document(new JsonObject
        {
            ["given"] = "a",
            ["chosen"] = "b",
            ["__defaults"] = new JsonArray("chosen"),
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_reader.Members(document.RootElement, "value").Keys, Is.EqualTo(new[] { "given" }));
            Assert.That(_reader.DefaultMembers(document.RootElement, "value").Keys, Is.EqualTo(new[] { "chosen" }));
            Assert.That(_reader.Members(document.RootElement, "other"), Is.Empty);
            Assert.That(_reader.DefaultMembers(document.RootElement, "other"), Is.Empty);
        }
    }

    [Test]
    public void Members_OfWhatIsNoObject_AreNone()
    {
        using var document = Document("text");

        Assert.That(_reader.Members(document.RootElement, "value"), Is.Empty);
        Assert.That(_reader.DefaultMembers(document.RootElement, "value"), Is.Empty);
    }

    private object? Read(JsonNode? value)
    {
        using var document = Document(new JsonObject { ["one"] = value });
        return _reader.Members(document.RootElement, "value").GetValueOrDefault("one");
    }

    private static JsonDocument Document(JsonNode value) => JsonDocument.Parse(new JsonObject { ["value"] = value }.ToJsonString());

    private static JsonObject Secret(string name, string text) => Special("1b47061264138c4ac30d75fd1eb44270", (name, text));

    private static JsonObject Special(string kind, params (string Name, JsonNode Value)[] members)
    {
        var special = new JsonObject { [Signature] = kind };
        foreach (var (name, value) in members)
            special[name] = value;

        return special;
    }
}
