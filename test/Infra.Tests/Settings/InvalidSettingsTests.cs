using Infra.Settings.Reading;

namespace Infra.Tests.Settings;

public sealed class InvalidSettingsTests
{
    [Test]
    public void Read_EverythingIsBroken_SaysAllOfItAtOnce()
    {
        ConfigSource config = new("infra", "prod", new Dictionary<string, string>
        {
            ["domainName"] = "WWW.example.com",
            ["hostedZoneId"] = "/hostedzone/Z1",
            ["certificateArn"] = "my-certificate",
            ["allowSelfSigned"] = "yes",
            ["certificateRotation"] = "",
            ["zones"] = """["eu-west-1a"]""",
            ["vpcCidr"] = "10.0.0.0/24",
            ["egress"] = "natPerZone",
            ["ipv6"] = "True",
            ["allowedCidrs"] = """["10.1.2.3/8","everyone"]""",
            ["tlsMode"] = "none",
            ["tlsPolicy"] = "ELBSecurityPolicy-2016-08",
            ["deregistrationDelay"] = "300s",
            ["waf"] = "1",
            ["wafRateLimit"] = "5",
            ["contentSecurityPolicy"] = "default-src self",
            ["strictTransportSecurity"] = "300",
            ["instanceType"] = "mac2.metal",
            ["imageId"] = "amazon-linux",
            ["minServers"] = "0",
            ["maxServers"] = "4",
            ["siteDirectory"] = "../site",
            ["contentUpdates"] = "push",
            ["cleanUrls"] = "yes",
            ["singlePage"] = "1",
            ["cpuTarget"] = "50%",
            ["requestsPerServer"] = "-1",
            ["bootBudget"] = "5",
            ["applicationDirectory"] = "/srv/web",
            ["applicationCommand"] = "'./run",
            ["applicationPort"] = "80",
            ["applicationPackages"] = """["node js"]""",
            ["applicationEnvironment"] = """["PORT=1"]""",
            ["applicationSecrets"] = """["DB=hunter2"]""",
            ["maxRequestBody"] = "0",
            ["healthCheckPath"] = "/",
            ["healthCheckInterval"] = "1s",
            ["healthCheckTimeout"] = "1s",
            ["healthyThreshold"] = "1",
            ["unhealthyThreshold"] = "11",
            ["slowResponse"] = "2h",
            ["alarmEmail"] = "ops",
            ["logRetentionDays"] = "100",
            ["deletionProtection"] = "on",
            ["maxServer"] = "3",
            ["password"] = "hunter2",
        });

        var exception = Given.Invalid(config, region: "");

        // A line that is indented further goes on from the one above.
        Assert.That(exception.Message, Is.EqualTo(
            """
            Pulumi.prod.yaml is not valid (48 problems):
              aws:region is required: choose one by the command `pulumi config set aws:region eu-west-1`
              infra:domainName must be a lower-case DNS name with a dot, without a wildcard and without a dot at its end, at most
                253 characters, got WWW.example.com: write it like www.example.com
              infra:hostedZoneId must be a hosted zone id: Z and 1 to 31 upper-case letters and digits,
                got /hostedzone/Z1: copy the id, without a path before it, from Route 53
              infra:certificateArn must be the ARN of an ACM certificate in the stack's region,
                got my-certificate: write it like arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
              infra:allowSelfSigned must be true or false, got yes: write true or false, in lower case
              infra:certificateRotation must be 1 to 64 printable ASCII characters, got "": write a short word or number, such as 2
              infra:zones must be 2 to 6 Availability Zones of the stack's region, letters a to h, each once,
                got ["eu-west-1a"]: name 2, which is the least that a load balancer takes, or up to 6
              infra:vpcCidr must be a private IPv4 block from /16 to /23 in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10,
                got 10.0.0.0/24: write a block of at least 512 addresses, such as 10.0.0.0/23
              infra:egress must be none, endpoints, nat or nat-per-zone, got natPerZone: write nat-per-zone, or remove the key to get none
              infra:ipv6 must be true or false, got True: write true or false, in lower case
              infra:allowedCidrs must be 0 to 12 IPv4 or IPv6 blocks, none inside another, got 10.1.2.3/8: write 10.0.0.0/8
              infra:allowedCidrs must be 0 to 12 IPv4 or IPv6 blocks, none inside another,
                got everyone: write it like 203.0.113.0/24 or 2001:db8::/32
              infra:tlsMode must be offload or end-to-end, got none: write one of these, or remove the key to get offload
              infra:tlsPolicy must be ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-2021-06,
                ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04, ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09,
                ELBSecurityPolicy-TLS13-1-3-2021-06, ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04, ELBSecurityPolicy-TLS13-1-3-PQ-2025-09 or
                ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09, got ELBSecurityPolicy-2016-08: write one of these, or remove the key to get
                ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09
              infra:deregistrationDelay must be a duration from 0s to 2m, got 300s: set it to 2m
              infra:waf must be true or false, got 1: write true or false, in lower case
              infra:wafRateLimit must be a whole number from 10 to 2000000000, got 5: set it to 10
              infra:contentSecurityPolicy must be servers, or a content security policy of at most 1,024 characters without commas,
                got default-src self: write 'self' in default-src with its quotes: without them it is a host
              infra:strictTransportSecurity must be max-age=SECONDS, then ; includeSubDomains and ; preload where wanted,
                got 300: write it like max-age=31536000; includeSubDomains
              infra:instanceType must be an EC2 instance type, family.size, that can run Amazon Linux 2023,
                got mac2.metal: write it like t4g.small or m7i-flex.large
              infra:imageId must be the id of an Amazon Linux 2023 image, or resolve:ssm: and the SSM parameter that holds one as
                name, name:version or name:label, got amazon-linux:
                write it like ami-0123456789abcdef0 or resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64
              infra:minServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 0: set it to 1
              infra:maxServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 4: set it to 3
              infra:cpuTarget must be a whole number from 10 to 90, got 50%: write digits alone, such as 50
              infra:requestsPerServer must be a whole number from 1 to 1000000, got -1: write digits alone, such as 1
              infra:bootBudget must be a duration from 30s to 20m, got 5: write a whole number with its unit, s, m or h, such as 150s
              infra:siteDirectory must be a path inside the project, of letters, digits and . _ -, with / between folders,
                got ../site: write it like site, relative to the folder of Pulumi.yaml, without ..
              infra:contentUpdates must be roll or live, got push: write one of these, or remove the key to get roll
              infra:cleanUrls must be true or false, got yes: write true or false, in lower case
              infra:singlePage must be true or false, got 1: write true or false, in lower case
              infra:applicationDirectory must be a path inside the project, of letters, digits and . _ -, with / between folders,
                got /srv/web: write it like artifacts/web, relative to the folder of Pulumi.yaml, without ..
              infra:applicationCommand must be a command of at most 1,000 characters: a file of the folder or the name of a program, then
                its arguments, got './run: close the quote '
              infra:applicationPort must be a whole number from 1024 to 65535, got 80: set it to 1024
              infra:applicationPackages must be 0 to 20 names of packages of Amazon Linux 2023, got node js: write a name as dnf has it,
                such as aspnetcore-runtime-10.0, nodejs22 or java-21-amazon-corretto-headless
              infra:applicationEnvironment must be 0 to 50 environment variables, NAME=value, each name once, got PORT=1: remove it, since
                applicationPort sets it
              infra:applicationSecrets must be 0 to 20 environment variables, NAME=ARN, each of a secret of Secrets Manager or a parameter
                of SSM Parameter Store, got DB=hunter2: write it like DB=arn:aws:ssm:eu-west-1:111122223333:parameter/db, or with the
                whole ARN of a secret, its last six characters included
              infra:maxRequestBody must be a whole number from 1 to 1024, got 0: set it to 1
              infra:healthCheckPath must be a path other than / alone, of letters, digits and . _ ~ -, at most 1024 characters,
                got /: write it like /health
              infra:healthCheckInterval must be a duration from 5s to 5m, got 1s: set it to 5s
              infra:healthCheckTimeout must be a duration from 2s to 2m, got 1s: set it to 2s
              infra:healthyThreshold must be a whole number from 2 to 10, got 1: set it to 2
              infra:unhealthyThreshold must be a whole number from 2 to 10, got 11: set it to 10
              infra:slowResponse must be a duration from 1s to 1m, got 2h: set it to 1m
              infra:alarmEmail must be one e-mail address in ASCII, with a lower-case domain, got ops: write it like ops@example.com
              infra:logRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
                2922, 3288, 3653, got 100: set it to 120
              infra:deletionProtection must be true or false, got on: write true or false, in lower case
              infra:maxServer is not a setting: write infra:maxServers, or remove it
              infra:password is not a setting: remove it
            """.Replace("\n    ", " ", StringComparison.Ordinal)));
    }

    [Test]
    public void Read_OneProblem_SaysSoInTheSingular() =>
        Assert.That(Given.Invalid(("maxServers", "4")).Message, Is.EqualTo(
            """
            Pulumi.test.yaml is not valid (1 problem):
              infra:maxServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 4: set it to 3
            """));

    [Test]
    public void Read_Twice_SaysTheSame()
    {
        (string, string)[] changes = [("zebra", "1"), ("aardvark", "1"), ("waf", "x"), ("egress", "x")];

        Assert.That(Given.Invalid(changes).Message, Is.EqualTo(Given.Invalid([.. changes.Reverse()]).Message));
    }

    [TestCase("Ireland")]
    [TestCase("eu-west-1a")]
    public void Read_RegionThatIsNone_SaysHowToChooseOne(string region) =>
        Assert.That(
            Given.Invalid(Given.Config(), region).Problems.Single().ToString(),
            Is.EqualTo(
                $"aws:region must be an AWS region, got {region}: "
                + "choose one by the command `pulumi config set aws:region eu-west-1`"));

    [Test]
    public void Read_ValueThatIsEmptyLongOrOfSeveralLines_StaysLegible()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Given.Problem(("egress", "")).ToString(), Does.Contain("got \"\": "));
            Assert.That(Given.Problem(("egress", "nat\nx")).ToString(), Does.Contain("got \"nat\\nx\": "));
            Assert.That(Given.Problem(("egress", new string('x', 120))).ToString(), Does.Contain($"got {new string('x', 120)}: "));
            Assert.That(Given.Problem(("egress", new string('x', 121))).ToString(), Does.Contain($"got {new string('x', 120)}...: "));
        }
    }

    [TestCase("2", "mend it", "infra:key must be 1, got 2: mend it")]
    [TestCase(null, "mend it", "infra:key must be 1: mend it")]
    public void Problem_SaysWhatThereIsToSay(string? got, string mend, string expected) =>
        Assert.That(new SettingProblem("infra:key", "must be 1", got, mend).ToString(), Is.EqualTo(expected));
}
