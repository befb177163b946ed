using System.Net;
using System.Text;
using System.Text.Json;
using Infra.Settings;

namespace Infra.Tests.Stack;

/// <summary>What AWS would refuse.</summary>
public sealed partial class InvariantTests
{
    private const int UserDataLimit = 16384;
    private const int SecondsOfADay = 86400;

    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html: 16 KB before it is encoded.
    [Test]
    public void UserData_OfTheServers_FitsIntoEc2sLimit() =>
        Assert.That(Encoding.UTF8.GetByteCount(UserData), Is.LessThanOrEqualTo(UserDataLimit));

    [Test]
    public void Subnets_OfEveryZone_LieInTheVpcAndNeverOverlap()
    {
        var vpc = IPNetwork.Parse(_cloud.Single("aws:ec2/vpc:Vpc").Text("cidrBlock"));
        var blocks = _cloud.All("aws:ec2/subnet:Subnet").Select(subnet => subnet.Text("cidrBlock")).ToList();
        var zones = JsonSerializer.Deserialize<string[]>(config.Values["zones"])!;

        Assert.That(blocks, Has.Count.EqualTo(2 * zones.Length));
        foreach (var (index, block) in blocks.Index())
        {
            var network = IPNetwork.Parse(block);
            Assert.That(vpc.Contains(network.BaseAddress) && network.PrefixLength > vpc.PrefixLength, Is.True, $"{block} in {vpc}");
            Assert.That(blocks.Skip(index + 1).Where(other => CidrBlock.Overlap(block, other)), Is.Empty, block);
        }
    }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html: with periods under an hour, one day.
    [Test]
    public void Alarms_OfAnyKind_LookBackADayAtMost()
    {
        foreach (var alarm in _cloud.All("aws:cloudwatch/metricAlarm:MetricAlarm"))
        {
            var periods = alarm.Has("period")
                ? [alarm.Number("period")]
                : Enumerable.Range(0, alarm.List("metricQueries").Count)
                    .Select(query => $"metricQueries.{query}.metric.period").Where(alarm.Has).Select(alarm.Number);
            var evaluations = alarm.Number("evaluationPeriods");

            Assert.That(periods, Is.Not.Empty.And.All.LessThanOrEqualTo(SecondsOfADay / evaluations), alarm.ToString());
            if (alarm.Has("datapointsToAlarm"))
                Assert.That(alarm.Number("datapointsToAlarm"), Is.InRange(1, evaluations), alarm.ToString());
        }
    }
}
