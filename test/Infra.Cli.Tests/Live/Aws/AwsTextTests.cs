using System.Text.Json;
using Infra.Cli.Live.Aws;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>Which texts may become arguments of the aws tool: both sides of each form.</summary>
internal sealed class AwsTextTests
{
    [PlainCase("a", true)]
    [PlainCase("A", true)]
    [PlainCase("7", true)]
    [PlainCase("eu-west-1", true)]
    [PlainCase("a.b_c-d", true)]
    [PlainCase("$Latest", true)]
    [PlainCase("", false)]
    [PlainCase("-a", false)]
    [PlainCase(".a", false)]
    [PlainCase("_a", false)]
    [PlainCase("a b", false)]
    [PlainCase("a\n", false)]
    [PlainCase("\na", false)]
    [PlainCase("a$", false)]
    [PlainCase("a/b", false)]
    [PlainCase("a:b", false)]
    [PlainCase("a,b", false)]
    [PlainCase("a=b", false)]
    [PlainCase("\u00e9", false)]
    public void Word_IsAName(string text, bool isOne) => AssertRead(nameof(Texts.Word), text, isOne);

    [PlainCase("a", true)]
    [PlainCase("_a", true)]
    [PlainCase("9 lives", true)]
    [PlainCase("\u00dcberlast", true)]
    [PlainCase("High CPU, web=1 (prod/eu) 100%", true)]
    [PlainCase("http:/a", true)]
    [PlainCase("a b://c", true)]
    [PlainCase("", false)]
    [PlainCase("-a", false)]
    [PlainCase(" a", false)]
    [PlainCase("$a", false)]
    [PlainCase("[\"a\"]", false)]
    [PlainCase("{}", false)]
    [PlainCase("a\n", false)]
    [PlainCase("a\nb", false)]
    [PlainCase("a\e[2J", false)]
    [PlainCase("a\u202eb", false)]
    [PlainCase("a\u2028b", false)]
    [PlainCase("a\u2029b", false)]
    [PlainCase("file://a", false)]
    [PlainCase("fileb://a", false)]
    [PlainCase("HTTPS://a", false)]
    [PlainCase("1://a", false)]
    public void Alarm_IsAnyName_ThatTheToolTakesForNothingElse(string text, bool isOne) => AssertRead(nameof(Texts.Alarm), text, isOne);

    [PlainCase("arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web-tg/50dc6c495c0c9188", true)]
    [PlainCase("arn:aws-us-gov:iam::1:role/x.y_z-1", true)]
    [PlainCase("arn:aws:s3:::a", true)]
    [PlainCase("", false)]
    [PlainCase("a", false)]
    [PlainCase("xarn:aws:s3:::a", false)]
    [PlainCase("arn:AWS:s3:::a", false)]
    [PlainCase("arn::s3:::a", false)]
    [PlainCase("arn:aws::::a", false)]
    [PlainCase("arn:aws:s3::x:a", false)]
    [PlainCase("arn:aws:s3:::", false)]
    [PlainCase("arn:aws:s3:::a b", false)]
    [PlainCase("arn:aws:s3:::a\n", false)]
    [PlainCase("arn:aws:s3:::a,b", false)]
    [PlainCase("arn:aws:s3:::a:b", false)]
    public void Arn_HasItsParts(string text, bool isOne) => AssertRead(nameof(Texts.Arn), text, isOne);

    [TestCase(2048, true)]
    [TestCase(2049, false)]
    public void Text_IsAsLongAsAnArnMayBe_AtMost(int length, bool isOne) => AssertRead(nameof(Texts.Word), new('a', length), isOne);

    [PlainCase("""{"Word": 1}""")]
    [PlainCase("""{"Word": true}""")]
    [PlainCase("""{"Word": ["a"]}""")]
    [PlainCase("""{"Words": "a"}""")]
    [PlainCase("""{"Words": 1}""")]
    [PlainCase("""{"Words": {}}""")]
    [PlainCase("""{"Words": {"a": "b"}}""")]
    [PlainCase("""{"Words": [1]}""")]
    [PlainCase("""{"Words": [null]}""")]
    [PlainCase("""{"Words": [["a"]]}""")]
    [PlainCase("""{"Words": ["a", "b c"]}""")]
    [PlainCase("""{"Words": ["-a", "b"]}""")]
    public void Json_ThatIsNoSuchText_OrList_IsRefused(string json) =>
        Assert.That(() => JsonSerializer.Deserialize<Texts>(json), Throws.TypeOf<JsonException>());

    [PlainCase("""{"Words": []}""", "")]
    [PlainCase("""{"Words": ["a"]}""", "a")]
    [PlainCase("""{"Words": ["a", "$b", "c"]}""", "a $b c")]
    public void List_IsReadWhole(string json, string words) =>
        Assert.That(string.Join(' ', JsonSerializer.Deserialize<Texts>(json)!.Words!), Is.EqualTo(words));

    [Test]
    public void Texts_AreWrittenAsTheyAre() => Assert.That(
        JsonSerializer.Serialize(new Texts { Word = "a", Words = ["b", "c d"], Alarm = "e f", Arn = null }),
        Is.EqualTo("""{"Word":"a","Words":["b","c d"],"Alarm":"e f","Arn":null}"""));

    [Test]
    public void Texts_OfAnswersThatAreNotArguments_AreWrittenAsTheyAre()
    {
        var format = new JsonSerializerOptions { Converters = { new LegibleStringConverter(), new WholeListConverter() } };

        Assert.That(JsonSerializer.Serialize<IReadOnlyList<string>>(["a", "b c"], format), Is.EqualTo("""["a","b c"]"""));
        Assert.That(JsonSerializer.Deserialize<IReadOnlyList<int>>("[1, 2]", format), Is.EqualTo([1, 2]));
        Assert.That(
            () => JsonSerializer.Deserialize<IReadOnlyList<string>>("""["a", null]""", format),
            Throws.TypeOf<JsonException>().With.Message.EqualTo("An item is null."));
    }

    private static void AssertRead(string property, string text, bool isOne)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, string> { [property] = text });
        if (isOne)
        {
            Assert.That(typeof(Texts).GetProperty(property)!.GetValue(JsonSerializer.Deserialize<Texts>(json)), Is.EqualTo(text));
            return;
        }

        Assert.That(
            () => JsonSerializer.Deserialize<Texts>(json),
            Throws.TypeOf<JsonException>().With.Message.StartsWith("Nothing of AWS is called '").And.Message.EndsWith("'."));
    }

    private sealed record Texts
    {
        [AwsText(AwsText.Word)]
        public string? Word { get; init; }

        [AwsText(AwsText.Word)]
        public IReadOnlyList<string>? Words { get; init; }

        [AwsText(AwsText.Alarm)]
        public string? Alarm { get; init; }

        [AwsText(AwsText.Arn)]
        public string? Arn { get; init; }
    }
}
