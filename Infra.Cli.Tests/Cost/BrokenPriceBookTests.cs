using System.Text;
using Infra.Cli.Cost;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Cost;

/// <summary>A slip in the price book is told by name.</summary>
internal sealed class BrokenPriceBookTests
{
    [Test]
    public void Book_ThatIsNoJson_IsRefused() =>
        Assert.That(MessageOf(() => Book("{")), Does.StartWith("Infra.Cli/Cost/prices.json must be JSON: "));

    [TestCase("""{ "regions": "r" }""", "the list of regions")]
    [TestCase("null", "the list of regions")]
    [TestCase(
        """{ "regions": ["r"], "items": { "kms-key-month": { "unit": "key", "source": "s", "everywhere": "1" } } }""",
        "the price of kms-key-month in r")]
    [TestCase(
        """{ "regions": ["r"], "items": { "kms-key-month": { "source": "s", "everywhere": 1 } } }""", "the price of kms-key-month in r")]
    [TestCase(
        """{ "regions": ["r"], "items": { "kms-key-month": { "unit": "key", "source": "s", "everywhere": 1e99 } } }""",
        "the price of kms-key-month in r")]
    [TestCase("""{ "regions": ["r"], "items": {} }""", "the price of kms-key-month in r")]
    public void Price_InAnotherForm_IsNamed(string json, string what) =>
        Assert.That(
            MessageOf(() => Book(json).Of("kms-key-month", "r")),
            Does.StartWith($"Infra.Cli/Cost/prices.json must have {what} in the form of the others: "));

    private static PriceBook Book(string json) => PriceBook.Parse(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string MessageOf(Action code) => Assert.Throws<InvalidUsageException>(code)!.Message;
}
