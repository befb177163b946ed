using System.Text;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost;

/// <summary>A slip in the price book is told by name.</summary>
internal sealed class BrokenPriceBookTests
{
    private const string Must = "src/Infra.Cli/Cost/Prices/items.json must have";

    private const string Items =
        """{ "items": { "kms-key-month": { "unit": "key", "page": "s" } }, "servers": { "unit": "hour", "page": "s" } }""";

    [Test]
    public void Items_ThatAreNoJson_AreRefused() =>
        Assert.That(MessageOf(() => Book("{")), Does.StartWith("src/Infra.Cli/Cost/Prices/items.json must be JSON: "));

    [PlainCase("""{ "items": { "kms-key-month": { "unit": "key", "page": "s", "everywhere": "1" } } }""")]
    [PlainCase("""{ "items": { "kms-key-month": { "page": "s", "everywhere": 1 } } }""")]
    [PlainCase("""{ "items": { "kms-key-month": { "unit": "key", "page": "s", "everywhere": 1e99 } } }""")]
    [PlainCase("""{ "items": { "kms-key-month": { "unit": "key", "page": "s", "everywhere": 1, "date": "yesterday" } } }""")]
    [PlainCase("""{ "items": { "kms-key-month": { "unit": null, "page": "s", "everywhere": 1 } } }""")]
    [PlainCase("""{ "items": { "kms-key-month": { "unit": "key", "page": null, "everywhere": 1 } } }""")]
    [PlainCase("""{ "items": { "kms-key-month": { "unit": "key", "page": "s", "everywhere": 1, "date": null } } }""")]
    [PlainCase("""{ "items": {} }""")]
    [TestCase("null")]
    public void Item_InAnotherForm_IsNamed(string json) =>
        Assert.That(
            MessageOf(() => Book(json).Of("kms-key-month", "r")),
            Does.StartWith($"{Must} the price of kms-key-month in the form of the others: "));

    [PlainCase("{")]
    [PlainCase("{}")]
    [TestCase("null")]
    [PlainCase("""{ "records": [ {} ] }""")]
    [PlainCase("""{ "records": [ { "source": 1 } ] }""")]
    [PlainCase("""{ "records": [ { "source": null } ] }""")]
    [PlainCase("""{ "records": [ { "source": "s", "date": null } ] }""")]
    [PlainCase("""{ "records": [ { "source": "s", "date": "1.2.2026" } ] }""")]
    [PlainCase("""{ "records": [ { "source": "s", "items": [] } ] }""")]
    [PlainCase("""{ "records": [ { "source": "s", "items": { "a": "1" } } ] }""")]
    [PlainCase("""{ "records": [ { "source": "s", "items": { "a": [ { "from": 0 } ] } } ] }""")]
    [PlainCase("""{ "records": [ { "source": "s", "servers": { "t4g": 1 } } ] }""")]
    [PlainCase("""{ "records": [ { "source": "s", "servers": { "t4g": { "small": 1e99 } } } ] }""")]
    public void Region_InAnotherForm_IsNamed(string json) => Assert.Multiple(() =>
    {
        const string Expected = "src/Infra.Cli/Cost/Prices/Book/r.json must have the form of the others: ";
        Assert.That(MessageOf(() => Book(Items, json).Of("kms-key-month", "r")), Does.StartWith(Expected));
        Assert.That(MessageOf(() => Book(Items, json).OfServer("t4g.small", "r")), Does.StartWith(Expected));
    });

    [Test]
    public void Part_ThatIsNotThere_IsNamed() => Assert.Multiple(() =>
    {
        var book = Book("{}", """{ "records": [] }""");
        Assert.That(MessageOf(() => _ = book.Currency), Does.StartWith($"{Must} the currency in the form of the others: "));
        Assert.That(MessageOf(() => _ = book.Items), Does.StartWith($"{Must} the items in the form of the others: "));
        Assert.That(MessageOf(() => book.OfServer("t4g.small", "r")), Does.StartWith($"{Must} the servers in the form of the others: "));
    });

    [Test]
    public void Text_ThatIsNull_IsNamed() => Assert.That(
        MessageOf(() => _ = Book("""{ "currency": null }""").Currency),
        Is.EqualTo($"{Must} the currency in the form of the others: currency must be a text"));

    private static PriceBook Book(string items, string region = "null") => PriceBook.Parse(Bytes(items), _ => Bytes(region));

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string MessageOf(Action code) => Assert.Throws<InvalidUsageException>(code)!.Message;
}
