using System.Reflection;
using Pulumi.Aws;
using Pulumi.Aws.Acm;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.LB;
using Pulumi.Aws.Route53;
using Pulumi.Aws.S3;
using Pulumi.Aws.Sns;
using Pulumi.Aws.Vpc;
using Pulumi.Aws.WafV2;
using AutoScaling = Pulumi.Aws.AutoScaling;
using Iam = Pulumi.Aws.Iam;
using Kms = Pulumi.Aws.Kms;
using LB = Pulumi.Aws.LB;
using Ssm = Pulumi.Aws.Ssm;
using Tls = Pulumi.Tls;

namespace Contract.Tests;

/// <summary>The conventions of Pulumi.Aws that the program is written against.</summary>
internal sealed class AwsSdkShapeTests
{
    private readonly RecordingMocks _mocks = new();
    private readonly string? _region = Environment.GetEnvironmentVariable("AWS_REGION");

    [TearDown]
    public void RestoreRegion() => Environment.SetEnvironmentVariable("AWS_REGION", _region);

    private static readonly TestCaseData<Func<Resource>, string, object>[] Inputs =
    [
        new(() => new SecurityGroup("r"), "description", "Managed by Pulumi"),
        new(() => new Zone("r"), "comment", "Managed by Pulumi"),
        new(() => new Bucket("r", new() { BucketName = "logs" }), "bucket", "logs"),
        new(() => new Iam.Policy("r", new() { PolicyDocument = "{}" }), "policy", "{}"),
        new(() => new Iam.Role("r", new() { AssumeRolePolicy = "{}" }), "assumeRolePolicy", "{}"),
        new(() => new Ssm.Parameter("r", new() { Type = Ssm.ParameterType.SecureString }), "type", "SecureString"),
        new(() => new Record("r", new() { Name = "a", ZoneId = "z", Type = RecordType.A }), "type", "A"),
        new(() => new AutoScaling.Group("r", new() { MinSize = 1, MaxSize = 3, EnabledMetrics = { AutoScaling.Metric.GroupMaxSize } }),
            "enabledMetrics", ImmutableArray.Create<object>("GroupMaxSize")),
    ];

    [TestCaseSource(nameof(Inputs))]
    public async Task Input_OfResource_ArrivesAs(Func<Resource> create, string key, object expected)
    {
        await Run.Update(_mocks, create);
        Assert.That(_mocks["r"].Inputs[key], Is.EqualTo(expected));
    }

    [Test]
    public async Task Provider_WithDefaults_SendsRegionOfTheEnvironmentAndJsonTexts()
    {
        Environment.SetEnvironmentVariable("AWS_REGION", "eu-north-1");
        await Run.Update(_mocks, () => new Provider("aws"));

        Assert.That(_mocks["aws"].Type, Is.EqualTo("pulumi:providers:aws"));
        Assert.That(_mocks["aws"].Inputs, Is.EqualTo(new Dictionary<string, object>
        {
            ["region"] = "eu-north-1",
            ["skipCredentialsValidation"] = "false",
            ["skipRegionValidation"] = "true",
        }));
    }

    [TestCase(typeof(MetricAlarmArgs), "Threshold", typeof(Input<double>))]
    [TestCase(typeof(AutoScaling.Inputs.PolicyTargetTrackingConfigurationArgs), "TargetValue", typeof(Input<double>))]
    [TestCase(typeof(MetricAlarmArgs), "EvaluationPeriods", typeof(Input<int>))]
    [TestCase(typeof(ListenerArgs), "Port", typeof(Input<int>))]
    [TestCase(typeof(ListenerArgs), "DefaultActions", typeof(InputList<LB.Inputs.ListenerDefaultActionArgs>))]
    [TestCase(typeof(ListenerState), "DefaultActions", typeof(InputList<LB.Inputs.ListenerDefaultActionGetArgs>))]
    [TestCase(typeof(Listener), "DefaultActions", typeof(Output<ImmutableArray<LB.Outputs.ListenerDefaultAction>>))]
    [TestCase(typeof(Listener), "Port", typeof(Output<int?>))]
    [TestCase(typeof(AutoScaling.NotificationArgs), "Notifications", typeof(InputList<AutoScaling.NotificationType>))]
    [TestCase(typeof(Vpc), "Tags", typeof(Output<ImmutableDictionary<string, string>>))]
    [TestCase(typeof(Record), "Type", typeof(Output<string>))]
    [TestCase(typeof(RecordArgs), "Type", typeof(InputUnion<string, RecordType>))]
    [TestCase(typeof(Iam.RoleArgs), "AssumeRolePolicy", typeof(InputUnion<string, Iam.Inputs.PolicyDocumentArgs>))]
    [TestCase(typeof(Iam.RolePolicyAttachmentArgs), "Role", typeof(Input<string>))]
    [TestCase(typeof(BucketObjectv2Args), "Source", typeof(Input<AssetOrArchive>))]
    [TestCase(typeof(GetAmiArgs), "Filters", typeof(List<GetAmiFilterArgs>))]
    [TestCase(typeof(GetAmiInvokeArgs), "Filters", typeof(InputList<GetAmiFilterInputArgs>))]
    [TestCase(typeof(GetAvailabilityZonesResult), "Names", typeof(ImmutableArray<string>))]
    public void Member_OfSdk_HasType(Type owner, string member, Type expected) =>
        Assert.That(owner.GetProperty(member)?.PropertyType ?? owner.GetField(member)?.FieldType, Is.EqualTo(expected));

    // Officially only what has a private field behind it is marked: lists, maps and secrets.
    [TestCase(typeof(BucketArgs), "Grants", true)]
    [TestCase(typeof(BucketState), "CorsRules", true)]
    [TestCase(typeof(BucketArgs), "Acl", false)]
    [TestCase(typeof(Bucket), "Grants", false)]
    [TestCase(typeof(GetRegionResult), "Name", false)]
    public void Member_Deprecated_IsObsoleteIfItIsAListOrMapOfInputs(Type owner, string member, bool expected) =>
        Assert.That(owner.GetMember(member).Single().IsDefined(typeof(ObsoleteAttribute)), Is.EqualTo(expected));

    private static readonly TestCaseData<Func<Task>, string>[] Functions =
    [
        new(() => GetCallerIdentity.InvokeAsync(), "aws:index/getCallerIdentity:getCallerIdentity"),
        new(() => GetPartition.InvokeAsync(), "aws:index/getPartition:getPartition"),
        new(() => GetRegion.InvokeAsync(), "aws:index/getRegion:getRegion"),
        new(() => GetAvailabilityZones.InvokeAsync(), "aws:index/getAvailabilityZones:getAvailabilityZones"),
        new(() => GetAmi.InvokeAsync(), "aws:ec2/getAmi:getAmi"),
        new(() => GetManagedPrefixList.InvokeAsync(), "aws:ec2/getManagedPrefixList:getManagedPrefixList"),
        new(() => Ssm.GetParameter.InvokeAsync(new() { Name = "n" }), "aws:ssm/getParameter:getParameter"),
    ];

    [TestCaseSource(nameof(Functions))]
    public async Task Function_WhenInvoked_CallsItsToken(Func<Task> invoke, string token)
    {
        _mocks.Answers[token] = new Dictionary<string, object>();
        await Deployment.TestAsync(_mocks, new TestOptions(), invoke);

        Assert.That(_mocks.Calls.Single().Token, Is.EqualTo(token));
    }

    private static readonly (string Module, Type[] Classes)[] Covered =
    [
        ("aws:acm", [typeof(Certificate), typeof(CertificateValidation)]),
        ("aws:autoscaling", [typeof(AutoScaling.Group), typeof(AutoScaling.Policy), typeof(AutoScaling.Notification)]),
        ("aws:cloudwatch", [typeof(LogGroup), typeof(MetricAlarm), typeof(CompositeAlarm), typeof(Dashboard)]),
        ("aws:ec2", [typeof(Vpc), typeof(Subnet), typeof(InternetGateway), typeof(EgressOnlyInternetGateway), typeof(RouteTable),
            typeof(Route), typeof(RouteTableAssociation), typeof(Eip), typeof(NatGateway), typeof(NetworkAcl), typeof(NetworkAclRule),
            typeof(NetworkAclAssociation), typeof(SecurityGroup), typeof(DefaultSecurityGroup), typeof(VpcEndpoint), typeof(FlowLog),
            typeof(LaunchTemplate)]),
        ("aws:iam", [typeof(Iam.Role), typeof(Iam.Policy), typeof(Iam.RolePolicy), typeof(Iam.RolePolicyAttachment),
            typeof(Iam.InstanceProfile)]),
        ("aws:kms", [typeof(Kms.Key), typeof(Kms.Alias)]),
        ("aws:lb", [typeof(LoadBalancer), typeof(TargetGroup), typeof(Listener), typeof(ListenerRule)]),
        ("aws:route53", [typeof(Record), typeof(Zone)]),
        ("aws:s3", [typeof(Bucket), typeof(BucketObjectv2), typeof(BucketPolicy), typeof(BucketPublicAccessBlock),
            typeof(BucketOwnershipControls), typeof(BucketServerSideEncryptionConfiguration), typeof(BucketLifecycleConfiguration),
            typeof(BucketVersioning)]),
        ("aws:sns", [typeof(Topic), typeof(TopicPolicy), typeof(TopicSubscription)]),
        ("aws:ssm", [typeof(Ssm.Parameter)]),
        ("aws:vpc", [typeof(SecurityGroupIngressRule), typeof(SecurityGroupEgressRule)]),
        ("aws:wafv2", [typeof(WebAcl), typeof(WebAclAssociation), typeof(WebAclLoggingConfiguration)]),
        ("tls:index", [typeof(Tls.PrivateKey), typeof(Tls.SelfSignedCert), typeof(Tls.CertRequest), typeof(Tls.LocallySignedCert)]),
    ];

    // Every token of both packages follows one rule, so the table gives the module and the class alone.
    private static IEnumerable<TestCaseData<Type, string>> Pairs() =>
        from row in Covered
        from type in row.Classes
        select new TestCaseData<Type, string>(type, $"{row.Module}/{char.ToLowerInvariant(type.Name[0])}{type.Name[1..]}:{type.Name}");

    [TestCaseSource(nameof(Pairs))]
    public void Resource_Class_HasItsTokenAndTheGeneratedShape(Type resource, string token)
    {
        var (args, state) = (Sibling("Args"), Sibling("State"));
        var get = resource.GetMethod("Get", [typeof(string), typeof(Input<string>), state, typeof(CustomResourceOptions)]);

        Assert.That(resource.BaseType, Is.EqualTo(typeof(CustomResource)));
        Assert.That(resource.GetCustomAttribute<ResourceTypeAttribute>()?.Type, Is.EqualTo(token));
        Assert.That(resource.GetConstructor([typeof(string), args, typeof(CustomResourceOptions)]), Is.Not.Null);
        Assert.That(get, Has.Property("IsStatic").True.And.Property("ReturnType").EqualTo(resource));
        Assert.That(new[] { args, state }, Is.All.Property("IsSealed").True.And.All.Property("BaseType").EqualTo(typeof(ResourceArgs)));
        Assert.That(args.GetProperty("Empty", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly), Is.Not.Null);

        Type Sibling(string suffix) => resource.Assembly.GetType(resource.FullName + suffix, throwOnError: true)!;
    }
}
