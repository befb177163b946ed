using System.Globalization;
using Infra.Cli.Plan.StackFiles;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Plan.StackFiles;

/// <summary>What each form of a scalar stands for; see resolve.go of go-yaml.</summary>
internal sealed class YamlScalarTests
{
    [TestCase("", ExpectedResult = "null")]
    [TestCase("~", ExpectedResult = "null")]
    [TestCase("null", ExpectedResult = "null")]
    [TestCase("Null", ExpectedResult = "null")]
    [TestCase("NULL", ExpectedResult = "null")]
    [TestCase("nULL", ExpectedResult = "String nULL")]
    [TestCase("true", ExpectedResult = "Boolean True")]
    [TestCase("True", ExpectedResult = "Boolean True")]
    [TestCase("TRUE", ExpectedResult = "Boolean True")]
    [TestCase("tRUE", ExpectedResult = "String tRUE")]
    [TestCase("false", ExpectedResult = "Boolean False")]
    [TestCase("False", ExpectedResult = "Boolean False")]
    [TestCase("FALSE", ExpectedResult = "Boolean False")]
    [TestCase("off", ExpectedResult = "String off")]
    [TestCase(".nan", ExpectedResult = "Double NaN")]
    [TestCase(".NaN", ExpectedResult = "Double NaN")]
    [TestCase(".NAN", ExpectedResult = "Double NaN")]
    [TestCase(".inf", ExpectedResult = "Double Infinity")]
    [TestCase(".Inf", ExpectedResult = "Double Infinity")]
    [TestCase(".INF", ExpectedResult = "Double Infinity")]
    [TestCase("+.inf", ExpectedResult = "Double Infinity")]
    [TestCase("+.Inf", ExpectedResult = "Double Infinity")]
    [TestCase("+.INF", ExpectedResult = "Double Infinity")]
    [TestCase("-.inf", ExpectedResult = "Double -Infinity")]
    [TestCase("-.Inf", ExpectedResult = "Double -Infinity")]
    [TestCase("-.INF", ExpectedResult = "Double -Infinity")]
    [TestCase(".iNF", ExpectedResult = "String .iNF")]
    [TestCase("0", ExpectedResult = "Int64 0")]
    [TestCase("9", ExpectedResult = "Int64 9")]
    [TestCase("00", ExpectedResult = "Int64 0")]
    [TestCase("07", ExpectedResult = "Int64 7")]
    [TestCase("08", ExpectedResult = "Double 8")]
    [TestCase("-07", ExpectedResult = "Int64 -7")]
    [TestCase("0o7", ExpectedResult = "Int64 7")]
    [TestCase("0O7", ExpectedResult = "Int64 7")]
    [TestCase("0o", ExpectedResult = "String 0o")]
    [TestCase("0xfF", ExpectedResult = "Int64 255")]
    [TestCase("0Xa", ExpectedResult = "Int64 10")]
    [TestCase("0xg", ExpectedResult = "String 0xg")]
    [TestCase("0b1", ExpectedResult = "Int64 1")]
    [TestCase("0B10", ExpectedResult = "Int64 2")]
    [TestCase("0b2", ExpectedResult = "String 0b2")]
    [TestCase("1a", ExpectedResult = "String 1a")]
    [TestCase("-", ExpectedResult = "String -")]
    [TestCase("--1", ExpectedResult = "String --1")]
    [TestCase("+1", ExpectedResult = "Int64 1")]
    [TestCase("9223372036854775807", ExpectedResult = "Int64 9223372036854775807")]
    [TestCase("9223372036854775808", ExpectedResult = "UInt64 9223372036854775808")]
    [TestCase("+9223372036854775807", ExpectedResult = "Int64 9223372036854775807")]
    [TestCase("+9223372036854775808", ExpectedResult = "Double 9.223372036854776E+18")]
    [TestCase("18446744073709551615", ExpectedResult = "UInt64 18446744073709551615")]
    [TestCase("18446744073709551616", ExpectedResult = "Double 1.8446744073709552E+19")]
    [TestCase("-9223372036854775807", ExpectedResult = "Int64 -9223372036854775807")]
    [TestCase("-9223372036854775808", ExpectedResult = "Int64 -9223372036854775808")]
    [TestCase("-9223372036854775809", ExpectedResult = "Double -9.223372036854776E+18")]
    [TestCase("1.5", ExpectedResult = "Double 1.5")]
    [TestCase("1e400", ExpectedResult = "String 1e400")]
    [TestCase(".5", ExpectedResult = "Double 0.5")]
    [TestCase(".e5", ExpectedResult = "String .e5")]
    [TestCase("1_0", ExpectedResult = "Int64 10")]
    [TestCase("2026-01-02", ExpectedResult = "DateTimeOffset 2026-01-02T00:00:00Z")]
    [TestCase("2026-1-2", ExpectedResult = "DateTimeOffset 2026-01-02T00:00:00Z")]
    [TestCase("2026-01-02 03:04:05", ExpectedResult = "DateTimeOffset 2026-01-02T03:04:05Z")]
    [TestCase("2026-01-02t03:04:05Z", ExpectedResult = "DateTimeOffset 2026-01-02T03:04:05Z")]
    [TestCase("2026-01-02T03:04:05-05:00", ExpectedResult = "DateTimeOffset 2026-01-02T03:04:05-05:00")]
    [TestCase("2026-01-02 03:04:05Z", ExpectedResult = "String 2026-01-02 03:04:05Z")]
    [TestCase("2026-13-02", ExpectedResult = "String 2026-13-02")]
    [TestCase("26-01-02", ExpectedResult = "String 26-01-02")]
    [TestCase("2026-01", ExpectedResult = "String 2026-01")]
    [TestCase("a", ExpectedResult = "String a")]
    public string Scalar_StandsForAValue(string text) => Text(new(text) { Style = ScalarStyle.Plain });

    [TestCase(ScalarStyle.Plain, ExpectedResult = "Int64 5")]
    [TestCase(ScalarStyle.Any, ExpectedResult = "Int64 5")]
    [TestCase(ScalarStyle.SingleQuoted, ExpectedResult = "String 5")]
    [TestCase(ScalarStyle.DoubleQuoted, ExpectedResult = "String 5")]
    [TestCase(ScalarStyle.Literal, ExpectedResult = "String 5")]
    [TestCase(ScalarStyle.Folded, ExpectedResult = "String 5")]
    public string Scalar_InQuotes_IsText(ScalarStyle style) => Text(new("5") { Style = style });

    [TestCase("int", "5", ExpectedResult = "Int64 5")]
    [TestCase("float", "5", ExpectedResult = "Int64 5")]
    [TestCase("bool", "true", ExpectedResult = "Boolean True")]
    [TestCase("null", "", ExpectedResult = "null")]
    [TestCase("timestamp", "2026-01-02", ExpectedResult = "DateTimeOffset 2026-01-02T00:00:00Z")]
    [TestCase("str", "5", ExpectedResult = "String 5")]
    public string Scalar_WithATag_IsOfIt(string tag, string text) =>
        Text(new(text) { Style = ScalarStyle.DoubleQuoted, Tag = $"tag:yaml.org,2002:{tag}" });

    [Test]
    public void Scalar_WithoutAText_IsNull() => Assert.That(Text(new()), Is.EqualTo("null"));

    private static string Text(YamlScalarNode node) => YamlScalar.Value(node) switch
    {
        null => "null",
        DateTimeOffset time => $"DateTimeOffset {GoText.Time(time)}",
        var value => $"{value.GetType().Name} {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };
}
