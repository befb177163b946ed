namespace Infra.Cli.Tests.Cost;

/// <summary>The totals, reckoned by hand from the list prices of eu-west-1: 730 hours, 100 GB, a million requests.</summary>
internal sealed class StackTotalTests
{
    [Test]
    public async Task Dev_AtOneAndAtThreeServers_CostsWhatTheListPricesMake()
    {
        decimal[] always =
        [
            18.40m, // 1 load balancer x 730 h x 0.0252 = 18.396
            0.80m,  // 100 GB in 730 h are 100 capacity unit hours x 0.008
            7.30m,  // 2 addresses x 730 h x 0.005
            1.10m,  // 9 alarms: 7 on one metric, 2 on an expression of two = 11 metrics x 0.10
            0.20m,  // 2 alarms of 1 tracking policy x 0.10
            3.00m,  // 1 dashboard
            1.00m,  // 1 key
            0.57m,  // 1 GB of flow logs x 0.57
            0.26m,  // 3 kinds of log files x 2 zones x 12 an hour x 730 h = 52.56 thousand x 0.005 = 0.263
            0.00m,  // stored: 1 GB x 7 days / 30.4 days x 15 % x 0.03 = 0.001
            0.00m,  // access logs: 0.15 GB x 37 days / 30.4 days x 0.023 = 0.004
            0.00m,  // connection logs: the same
            0.00m,  // site: 0.1 GB x 0.023 = 0.002
            0.00m,  // 1,000 reads x 0.0004 / 1,000
            9.00m,  // 100 GB x 0.09
        ];
        decimal[] oneServer =
        [
            13.43m, // 730 h x 0.0184 = 13.432
            0.70m,  // 8 GB x 0.088 = 0.704
            2.10m,  // 7 metrics x 0.30
            0.00m,  // health check logs: 2 zones x 240 an hour x 730 h x 50 bytes = 0.018 GB, x 37 days / 30.4 days x 0.023 = 0.0005
        ];
        decimal[] threeServers =
        [
            40.30m, // 3 x 13.432 = 40.296
            2.11m,  // 3 x 0.704 = 2.112
            6.30m,  // 3 x 2.10
            0.00m,  // 3 x 0.0005
        ];

        var estimate = await Stacks.EstimateAsync("dev");

        Assert.Multiple(() =>
        {
            Assert.That(estimate.Servers.Minimum, Is.EqualTo(1));
            Assert.That(estimate.Servers.Maximum, Is.EqualTo(3));
            Assert.That(estimate.Lines.Select(line => line.Minimum), Is.EquivalentTo(always.Concat(oneServer)));
            Assert.That(estimate.Lines.Select(line => line.Maximum), Is.EquivalentTo(always.Concat(threeServers)));
            Assert.That(estimate.Minimum, Is.EqualTo(57.86m));
            Assert.That(estimate.Maximum, Is.EqualTo(90.34m));
        });
    }

    [Test]
    public async Task Prod_AtTwoAndAtThreeServers_CostsWhatTheListPricesMake()
    {
        decimal[] always =
        [
            18.40m, // 1 load balancer x 730 h x 0.0252 = 18.396
            0.80m,  // 100 capacity unit hours x 0.008
            10.95m, // 3 addresses x 730 h x 0.005
            48.18m, // 2 endpoints x 3 zones x 730 h x 0.011
            5.00m,  // 1 web ACL
            4.00m,  // 3 managed groups and 1 rate limit x 1.00
            0.60m,  // 1 million requests x 0.60
            1.20m,  // 9 alarms: 7 on one metric, 1 on two, 1 on three = 12 metrics x 0.10
            0.40m,  // 4 alarms of 2 tracking policies x 0.10
            3.00m,  // 1 dashboard
            1.00m,  // 1 key
            0.57m,  // 1 GB of flow logs x 0.57
            0.39m,  // 3 kinds of log files x 3 zones x 12 an hour x 730 h = 78.84 thousand x 0.005 = 0.394
            0.05m,  // stored: 1 GB x 12 months x 15 % x 0.03 = 0.054
            1.14m,  // 2 GB of firewall logs x 0.57
            0.11m,  // stored: 2 GB x 12 months x 15 % x 0.03 = 0.108
            0.04m,  // access logs: 0.15 GB x (365 + 30) days / 30.4 days x 0.023 = 0.045
            0.04m,  // connection logs: the same
            0.00m,  // site: 0.1 GB x 0.023 = 0.002
            0.00m,  // 1,000 reads x 0.0004 / 1,000
            9.00m,  // 100 GB x 0.09
        ];
        decimal[] twoServers =
        [
            26.86m, // 2 x 730 h x 0.0184 = 26.864
            1.41m,  // 2 x 8 GB x 0.088 = 1.408
            4.20m,  // 2 x 7 metrics x 0.30
            0.02m,  // 2 GB through endpoints x 0.01
            0.02m,  // health check logs: 3 zones x 360 an hour x 730 h x 50 bytes = 0.039 GB, x 395 days / 30.4 days x 0.023 x 2 = 0.024
        ];
        decimal[] threeServers =
        [
            40.30m, // 3 x 730 h x 0.0184 = 40.296
            2.11m,  // 3 x 8 GB x 0.088 = 2.112
            6.30m,  // 3 x 7 metrics x 0.30
            0.03m,  // 3 GB through endpoints x 0.01
            0.04m,  // health check logs: 3 x 0.012 = 0.035
        ];

        var estimate = await Stacks.EstimateAsync("prod");

        Assert.Multiple(() =>
        {
            Assert.That(estimate.Servers.Minimum, Is.EqualTo(2));
            Assert.That(estimate.Servers.Maximum, Is.EqualTo(3));
            Assert.That(estimate.Lines.Select(line => line.Minimum), Is.EquivalentTo(always.Concat(twoServers)));
            Assert.That(estimate.Lines.Select(line => line.Maximum), Is.EquivalentTo(always.Concat(threeServers)));
            Assert.That(estimate.Minimum, Is.EqualTo(137.38m));
            Assert.That(estimate.Maximum, Is.EqualTo(153.65m));
        });
    }
}
