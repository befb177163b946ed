using System.Globalization;
using System.Net.Security;
using Infra.Cli.Live.Tls;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class KnownSuitesTests
{
    /// <summary>A line for each, with all that a probe asks of it.</summary>
    [Test]
    public void Suites_AreThoseBeforeTls13_ByWhatTheyDo() =>
        Golden.Verify("suites", string.Concat(KnownSuites.All.OrderBy(suite => suite).Select(Line)));

    [Test]
    public void Strong_AreOfferedFirst_AndTheOthersAreWeak()
    {
        Assert.That(KnownSuites.All, Is.EqualTo(KnownSuites.Strong.Concat(KnownSuites.Weak)));
        Assert.That(KnownSuites.All, Is.Unique);
    }

    [TestCase(0x0A0A)]
    [TestCase(0x5600)]
    public void Suite_ThatNobodyKnows_HasNoNameAndNoHint(int suite) =>
        Assert.That(
            (KnownSuites.NameOf((TlsCipherSuite)suite), KnownSuites.HasHint((TlsCipherSuite)suite)), Is.EqualTo(((string?)null, false)));

    private static string Line(TlsCipherSuite suite) =>
        string.Create(CultureInfo.InvariantCulture, $"{(ushort)suite:X4} {KnownSuites.NameOf(suite)}")
        + $"{(KnownSuites.IsStrong(suite) ? ", strong" : "")}{(KnownSuites.FiniteField.Contains(suite) ? ", finite field" : "")}"
        + $"{(KnownSuites.EllipticCurve.Contains(suite) ? ", curve" : "")}{(KnownSuites.HasHint(suite) ? ", hint" : "")}\n";
}
