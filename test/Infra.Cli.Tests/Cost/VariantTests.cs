using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Cost;

internal sealed class VariantTests
{
    [Test]
    public async Task Egress_None_CostsNothing()
    {
        var estimate = await Stacks.EstimateAsync("dev");

        Assert.That(estimate.Lines.Select(line => line.Item), Has.None.StartsWith("NAT").And.None.StartsWith("Interface"));
    }

    // 730 h x 0.048, 1 or 3 GB x 0.048, 730 h x 0.005.
    [TestCase("nat", 35.04, 3.65)]
    [TestCase("nat-per-zone", 70.08, 7.30)]
    public async Task Egress_Nat_CostsEachGatewayItsAddressAndTheServersTraffic(string egress, decimal gateways, decimal addresses)
    {
        var estimate = await Stacks.EstimateAsync("dev", $"egress={egress}");

        Assert.Multiple(() =>
        {
            Assert.That(estimate.Line("NAT gateways").Maximum, Is.EqualTo(gateways));
            Assert.That(estimate.Line("NAT gateways, IPv4").Maximum, Is.EqualTo(addresses));
            Assert.That(estimate.Line("NAT gateways, data").Minimum, Is.EqualTo(0.05m));
            Assert.That(estimate.Line("NAT gateways, data").Maximum, Is.EqualTo(0.14m));
        });
    }

    // 3 services x 2 zones x 730 h x 0.011; the gateway endpoint of S3 is free.
    [Test]
    public async Task Egress_Endpoints_CostsEachInterfaceInEachZone()
    {
        var estimate = await Stacks.EstimateAsync("dev", "egress=endpoints");

        Assert.That(estimate.Line("Interface endpoints").Maximum, Is.EqualTo(32.12m));
    }

    [Test]
    public async Task Servers_WhenMinimumIsMaximum_CostTheSameInBothColumns()
    {
        var estimate = await Stacks.EstimateAsync("dev", "minServers=3");

        Assert.That(estimate.Minimum, Is.EqualTo(estimate.Maximum).And.EqualTo(90.34m));
    }

    [Test]
    public async Task Servers_OfAnotherType_CostWhatItCosts()
    {
        var estimate = await Stacks.EstimateAsync("dev", "instanceType=m7g.large");

        // 730 h x 0.091.
        Assert.That(estimate.Line("Servers").Minimum, Is.EqualTo(66.43m));
    }

    [TestCase("imageId=ami-0fedcba9876543210")]
    [TestCase("imageId=resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id")]
    public async Task Disk_AsLargeAsItsImage_IsPricedAsAmazonLinuxsOwn(string image)
    {
        var disks = (await Stacks.EstimateAsync("dev", image)).Line("Servers, disks");

        Assert.That((disks.MinimumQuantity, disks.Detail), Is.EqualTo((8m, "gp3, 8 GB each")));
    }

    [TestCase("eu-central-1", 19.71)]
    [TestCase("eu-north-1", 17.48)]
    [TestCase("eu-west-2", 19.32)]
    [TestCase("ap-southeast-2", 18.40)]
    [TestCase("sa-east-1", 24.82)]
    [TestCase("us-east-1", 16.43)]
    [TestCase("us-west-2", 16.43)]
    public async Task Stack_InAnotherRegion_CostsWhatThatRegionCosts(string region, decimal loadBalancer)
    {
        var estimate = await Stacks.EstimateAsync("dev", Stacks.In(region));

        Assert.That(estimate.Line("Load balancer").Minimum, Is.EqualTo(loadBalancer));
    }

    // 0.15 GB a month for 365 days until they expire, and 30 more as noncurrent versions.
    [Test]
    public async Task AccessLogs_InAVersionedBucket_AreStoredUntilTheirLastVersionGoes()
    {
        var estimate = await Stacks.EstimateAsync("prod");

        Assert.That(estimate.Line("Access logs, stored").MinimumQuantity, Is.EqualTo(0.15m * 395m * 24m / 730m));
    }

    // Three zones check each server every 10 s, and a check is 50 bytes.
    [Test]
    public async Task HealthCheckLogs_OfEachServer_HaveALineForEachCheckOfEachZone()
    {
        var line = (await Stacks.EstimateAsync("prod")).Line("Health check logs, stored");

        const decimal Gb = 3m * 360m * 730m * 50m / 1_000_000_000m;
        Assert.That(line.MinimumQuantity, Is.EqualTo(2m * Gb * 395m * 24m / 730m).Within(0.000_001m));
        Assert.That(line.MaximumQuantity, Is.EqualTo(3m * Gb * 395m * 24m / 730m).Within(0.000_001m));
    }

    [TestCase("dev", 1, 0.20)]
    [TestCase("prod", 2, 0.40)]
    public async Task TrackingPolicies_Each_CostTwoAlarms(string stack, int policies, decimal amount)
    {
        var line = (await Stacks.EstimateAsync(stack)).Line("Alarms of scaling");

        Assert.That((line.MinimumQuantity, line.Maximum), Is.EqualTo((2m * policies, amount)));
    }

    [TestCase(100, 1_000_000, 100)]
    [TestCase(0, 1_000_000, 11.1111)]
    [TestCase(0, 0, 0)]
    public void CapacityUnits_OfTrafficAndRequests_AreTheMoreOfBoth(decimal trafficGb, decimal requests, decimal expected) =>
        Assert.That(
            new Usage { TrafficGb = trafficGb, Requests = requests }.LoadBalancerCapacityUnitHours,
            Is.EqualTo(expected).Within(0.0001m));

    [Test]
    public async Task Groups_Two_CostEachItsServers()
    {
        var one = await Stacks.EstimateAsync("dev");

        var two = CostEstimator.Estimate((await Graphs.Of("dev")).Twice("fleet-group"), new(), PriceBook.Default);

        Assert.Multiple(() =>
        {
            Assert.That((two.Servers.Minimum, two.Servers.Maximum), Is.EqualTo((2, 6)));
            foreach (var item in new[] { "Servers", "Servers, disks", "Servers, metrics" })
            {
                Assert.That(two.Line($"{item}, fleet-group").Maximum, Is.EqualTo(one.Line(item).Maximum));
                Assert.That(two.Line($"{item}, fleet-group-2").Maximum, Is.EqualTo(one.Line(item).Maximum));
            }
        });
    }

    // Both take half of the requests, which is as many log lines as before.
    [Test]
    public async Task LoadBalancers_Two_CostTwiceTheHours_AndShareTheRequests()
    {
        var one = await Stacks.EstimateAsync("dev");

        var two = CostEstimator.Estimate((await Graphs.Of("dev")).Twice("web-alb"), new(), PriceBook.Default);

        Assert.Multiple(() =>
        {
            Assert.That(two.Line("Load balancer").Minimum, Is.EqualTo(2 * one.Line("Load balancer").Minimum).Within(0.01m));
            Assert.That(two.Line("Load balancer, IPv4").Minimum, Is.EqualTo(2 * one.Line("Load balancer, IPv4").Minimum).Within(0.01m));
            Assert.That(two.Line("Load balancer, capacity").Minimum, Is.EqualTo(one.Line("Load balancer, capacity").Minimum));
            Assert.That(
                two.Line("Access logs, stored, web-alb-2").MinimumQuantity,
                Is.EqualTo(one.Line("Access logs, stored").MinimumQuantity / 2).Within(0.0001m));
        });
    }
}
