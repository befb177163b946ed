using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Tests.Plan.StackFiles;

/// <summary>Numbers and times as Go writes them, each form on both sides of where it begins.</summary>
internal sealed class GoTextTests
{
    [TestCase(0, "0", "0")]
    [TestCase(-0.0, "-0", "-0")]
    [TestCase(1, "1", "1")]
    [TestCase(-1, "-1", "-1")]
    [TestCase(120, "120", "120")]
    [TestCase(12.5, "12.5", "12.5")]
    [TestCase(1.05, "1.05", "1.05")]
    [TestCase(100000, "100000", "100000")]
    [TestCase(999999, "999999", "999999")]
    [TestCase(1e6, "1e+06", "1000000")]
    [TestCase(1234567, "1.234567e+06", "1234567")]
    [TestCase(0.0001, "0.0001", "0.0001")]
    [TestCase(0.00012, "0.00012", "0.00012")]
    [TestCase(0.00001, "1e-05", "0.00001")]
    [TestCase(0.000001, "1e-06", "0.000001")]
    [TestCase(0.0000001, "1e-07", "1e-7")]
    [TestCase(-0.00000012, "-1.2e-07", "-1.2e-7")]
    [TestCase(1e-10, "1e-10", "1e-10")]
    [TestCase(1e20, "1e+20", "100000000000000000000")]
    [TestCase(1e21, "1e+21", "1e+21")]
    [TestCase(1.5e300, "1.5e+300", "1.5e+300")]
    [TestCase(double.NaN, ".nan", null)]
    [TestCase(double.PositiveInfinity, ".inf", null)]
    [TestCase(double.NegativeInfinity, "-.inf", null)]
    public void Number_IsWrittenAsGoDoes(double number, string yaml, string? json)
    {
        Assert.That(GoText.Yaml(number), Is.EqualTo(yaml));
        if (json is not null)
            Assert.That(GoText.Json(number), Is.EqualTo(json));
    }

    [TestCase(0, 0, "2026-01-02T03:04:05Z", "2026-01-02 03:04:05 +0000 UTC")]
    [TestCase(0, 600, "2026-01-02T03:04:05.6Z", "2026-01-02 03:04:05.6 +0000 UTC")]
    [TestCase(2, 0, "2026-01-02T03:04:05+02:00", "2026-01-02 03:04:05 +0200 +0200")]
    [TestCase(-5, 50, "2026-01-02T03:04:05.05-05:00", "2026-01-02 03:04:05.05 -0500 -0500")]
    public void Time_IsWrittenAsGoDoes(int hours, int milliseconds, string time, string inList)
    {
        var value = new DateTimeOffset(2026, 1, 2, 3, 4, 5, milliseconds, TimeSpan.FromHours(hours));

        Assert.That((GoText.Time(value), GoText.TimeInList(value)), Is.EqualTo((time, inList)));
    }
}
