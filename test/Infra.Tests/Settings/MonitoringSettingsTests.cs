using System.Globalization;

namespace Infra.Tests.Settings;

public sealed class MonitoringSettingsTests
{
    [TestCase("1s", 1)]
    [TestCase("60s", 60)]
    [TestCase("1m", 60)]
    public void Accepts_SlowResponse(string text, int seconds) =>
        Assert.That(Given.Settings(("slowResponse", text)).Monitoring.SlowResponse, Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("ops@example.com")]
    [TestCase("on-call.eu+alarms@mail.example.co.uk")]
    public void Accepts_AlarmEmail(string address) =>
        Assert.That(Given.Settings(("alarmEmail", address)).Monitoring.AlarmEmail?.Value, Is.EqualTo(address));

    [Test]
    public void AlarmEmail_254Characters_IsAcceptedAnd255AreNot()
    {
        var accepted = $"{new string('a', 254 - "@example.com".Length)}@example.com";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Given.Settings(("alarmEmail", accepted)).Monitoring.AlarmEmail?.Value, Has.Length.EqualTo(254));
            Assert.That(Given.Problem(("alarmEmail", $"a{accepted}")).Key, Is.EqualTo("infra:alarmEmail"));
        }
    }

    [Test]
    public void Accepts_EveryRetentionThatCloudWatchTakes()
    {
        int[] accepted = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

        Assert.That(
            accepted.Select(days => days.ToString(CultureInfo.InvariantCulture))
                .Select(text => Given.Settings(("logRetentionDays", text)).Monitoring.LogRetentionDays),
            Is.EqualTo(accepted));
    }

    [TestCase("0", "set it to 1")]
    [TestCase("100", "set it to 120")]
    [TestCase("090", "set it to 90")]
    [TestCase("3654", "set it to 3653")]
    [TestCase("many", "write digits alone, such as 90")]
    public void LogRetentionDays_AnythingElse_SaysWhatToWrite(string days, string mend) =>
        Assert.That(Given.Problem(("logRetentionDays", days)).Mend, Is.EqualTo(mend));
}
