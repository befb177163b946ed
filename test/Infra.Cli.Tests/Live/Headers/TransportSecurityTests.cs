using Infra.Cli.Live.Headers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Headers;

internal sealed class TransportSecurityTests
{
    private const string Field = "Strict-Transport-Security";

    [TestCase("max-age=31536000")]
    [TestCase("max-age=63072000; includeSubDomains; preload")]
    [TestCase(" preload;INCLUDESUBDOMAINS ; Max-Age = 63072000;")]
    [TestCase(";; max-age=31536000;;")]
    [TestCase("max-age=99999999999999999999999")]
    [TestCase("max-age=31536000", "max-age=0")]
    public void Field_OfAYear_IsGood_HoweverItIsWritten(params string[] values) => Assert.That(TransportSecurity.Fault(values), Is.Null);

    [TestCase("max-age=31535999")]
    [TestCase("max-age=60; includeSubDomains; preload")]
    [TestCase("max-age=0")]
    [TestCase("max-age=0", "max-age=31536000")]
    public void Field_OfLess_IsAFault(params string[] values) =>
        Assert.That(TransportSecurity.Fault(values), Is.EqualTo($"{Field} is {values[0]}, not 31536000 seconds or more"));

    [TestCase("max-age=31536000, max-age=31536000")]
    [TestCase("max-age=31536000; max-age=31536000")]
    [TestCase("max-age=31536000; preload; PRELOAD")]
    [TestCase("max-age=31536000; includeSubDomains=yes")]
    [TestCase("max-age=31536000; includeSubDomains=")]
    [TestCase("max-age=-31536000")]
    [TestCase("max-age=31536000s")]
    [TestCase("max-age='31536000'")]
    [TestCase("max-age")]
    [TestCase("max-age=")]
    [TestCase("includeSubDomains; preload")]
    [TestCase("max-age: 31536000")]
    [TestCase("")]
    public void Field_ThatBrowsersIgnore_IsAFault(string value) =>
        Assert.That(TransportSecurity.Fault([value]), Is.EqualTo($"{Field} is {value}, which browsers ignore"));

    [Test]
    public void Seconds_InQuotes_AreReadAsThoseWithout()
    {
        var faults = new[] { "\"31536000\"", "\"31535999\"", "\"", "\"\"", "\"31536000", "31536000\"" }
            .Select(seconds => TransportSecurity.Fault([$"max-age={seconds}"]));

        Assert.That(faults, Is.EqualTo(new[]
        {
            null,
            $"{Field} is max-age=\"31535999\", not 31536000 seconds or more",
            $"{Field} is max-age=\", which browsers ignore",
            $"{Field} is max-age=\"\", which browsers ignore",
            $"{Field} is max-age=\"31536000, which browsers ignore",
            $"{Field} is max-age=31536000\", which browsers ignore",
        }));
    }

    [Test]
    public void Field_ThatIsMissing_IsAFault() => Assert.That(TransportSecurity.Fault([]), Is.EqualTo($"{Field} is missing"));
}
