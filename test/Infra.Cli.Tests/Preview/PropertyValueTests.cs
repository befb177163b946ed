using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Preview;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Preview;

/// <summary>Each kind of value in a preview as JSON, as Pulumi would write it.</summary>
internal sealed class PropertyValueTests
{
    private ResourceGraph _graph = null!;

    [OneTimeSetUp]
    public async Task Plan() => _graph = await Graphs.Of("prod");

    [Test]
    public void Site_OfOneFile_IsAnAssetWithPulumisSignature() =>
        Assert.That(Input(new LocalArchive("site/index.html") { IsFile = true }), Is.EqualTo(
            """{"4dabf18193072939515e22adb298388d":"c44067f5952c0a294b673a41bacd8c17","path":"site/index.html"}"""));

    [Test]
    public void Site_OfAFolder_IsAnArchiveWithPulumisSignature() =>
        Assert.That(Input(new LocalArchive("site")), Is.EqualTo(
            """{"4dabf18193072939515e22adb298388d":"0def7320c3a5731c473e5ecbe6d01bc7","path":"site"}"""));

    [Test]
    public void Input_OfWhichNothingIsKnown_IsPulumisTextForIt() =>
        Assert.That(Input(UnknownValue.Instance), Is.EqualTo("\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\""));

    // Of a plan that was read.
    [Test]
    public void Input_WithAnItemThatIsNull_HasNull() =>
        Assert.That(Input(ImmutableArray.Create<object>("a", null!)), Is.EqualTo("""["a",null]"""));

    [TestCase(0.5, "0.5")]
    [TestCase(-0.5, "-0.5")]
    [TestCase(1.5, "1.5")]
    [TestCase(0.1 + 0.2, "0.30000000000000004")]
    [TestCase(1e-7, "1E-07")]
    [TestCase(2d, "2")]
    [TestCase(0d, "0")]
    [TestCase(9007199254740991d, "9007199254740991")]
    [TestCase(-7, "-7")]
    public void Number_OfAnInput_IsWrittenAndReadAsItIs(object number, string written)
    {
        var json = Input(ImmutableArray.Create(number));
        using var document = JsonDocument.Parse($"{{\"inputs\":{{\"input\":{json}}}}}");

        Assert.That(json, Is.EqualTo($"[{written}]"));
        Assert.That(
            new PropertyReader().Members(document.RootElement, "inputs")["input"],
            Is.EqualTo(new[] { Convert.ToDouble(number, CultureInfo.InvariantCulture) }));
    }

    [PlainCase("", "\"\"")]
    [PlainCase("0.5", "\"0.5\"")]
    [TestCase(true, "true")]
    [TestCase(false, "false")]
    [TestCase(null, "null")]
    public void Value_ThatIsNoNumber_IsWrittenAsItIs(object? value, string written) =>
        Assert.That(Input(ImmutableArray.Create(value!)), Is.EqualTo($"[{written}]"));

    // Of an output as well, since they say what a stack expects.
    [Test]
    public void Fraction_OfAnOutput_IsWrittenAsItIs()
    {
        var graph = new ResourceGraph("infra", "prod", "eu-west-1", [_graph.Stack], _graph.Outputs.SetItem("seconds", 0.5));

        var stack = JsonDocument.Parse(PreviewJson.Of(graph)).RootElement.GetProperty("steps")[0].GetProperty("newState");

        Assert.That(stack.GetProperty("outputs").GetProperty("seconds").GetRawText(), Is.EqualTo("0.5"));
    }

    [Test]
    public void Value_OfUnknownKind_IsRefusedByName()
    {
        var odd = _graph.Stack with { Inputs = _graph.Stack.Inputs.Add("odd", DateTimeKind.Utc) };
        var graph = new ResourceGraph("infra", "prod", "eu-west-1", [odd], _graph.Outputs);

        Assert.That(() => PreviewJson.Of(graph), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo(
            "a preview can't show a DateTimeKind; add it to PropertyValue"));
    }

    private string Input(object value)
    {
        var node = _graph.Stack with { Inputs = _graph.Stack.Inputs.Add("input", value) };
        var graph = new ResourceGraph("infra", "prod", "eu-west-1", [node], _graph.Outputs);
        var state = JsonDocument.Parse(PreviewJson.Of(graph)).RootElement.GetProperty("steps")[0].GetProperty("newState");
        return JsonSerializer.Serialize(state.GetProperty("inputs").GetProperty("input"));
    }
}
