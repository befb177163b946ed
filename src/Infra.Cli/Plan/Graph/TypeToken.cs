namespace Infra.Cli.Plan.Graph;

/// <summary>
/// The types of resources that this tool knows, each as Pulumi writes it. No token stands anywhere else. Where AWS's own name for a thing
/// says too little without its service, ours says more: a <c>Group</c> may be of servers or of users.
/// </summary>
internal static class TypeToken
{
    /// <summary>What adopts something that an account has from the start begins so: the default VPC, its subnets, ...</summary>
    public const string DefaultPrefix = "aws:ec2/default";

    public const string Certificate = "aws:acm/certificate:Certificate";
    public const string CertificateValidation = "aws:acm/certificateValidation:CertificateValidation";

    public const string AutoScalingGroup = "aws:autoscaling/group:Group";
    public const string GroupNotification = "aws:autoscaling/notification:Notification";
    public const string ScalingPolicy = "aws:autoscaling/policy:Policy";
    public const string ScalingSchedule = "aws:autoscaling/schedule:Schedule";

    public const string BackupSelection = "aws:backup/selection:Selection";

    public const string CompositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    public const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string LogResourcePolicy = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
    public const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    public const string DefaultSecurityGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    public const string EgressOnlyInternetGateway = "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway";
    public const string Eip = "aws:ec2/eip:Eip";
    public const string FlowLog = "aws:ec2/flowLog:FlowLog";
    public const string InternetGateway = "aws:ec2/internetGateway:InternetGateway";
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string NatGateway = "aws:ec2/natGateway:NatGateway";
    public const string NetworkAcl = "aws:ec2/networkAcl:NetworkAcl";
    public const string NetworkAclAssociation = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
    public const string NetworkAclRule = "aws:ec2/networkAclRule:NetworkAclRule";
    public const string Route = "aws:ec2/route:Route";
    public const string RouteTable = "aws:ec2/routeTable:RouteTable";
    public const string RouteTableAssociation = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    public const string SecurityGroupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string Vpc = "aws:ec2/vpc:Vpc";
    public const string VpcEndpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

    public const string IamPolicy = "aws:iam/policy:Policy";
    public const string InstanceProfile = "aws:iam/instanceProfile:InstanceProfile";
    public const string Role = "aws:iam/role:Role";
    public const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    public const string RolePolicyAttachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

    public const string KmsAlias = "aws:kms/alias:Alias";
    public const string KmsKey = "aws:kms/key:Key";

    public const string Listener = "aws:lb/listener:Listener";
    public const string ListenerRule = "aws:lb/listenerRule:ListenerRule";
    public const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    public const string TargetGroup = "aws:lb/targetGroup:TargetGroup";

    public const string DnsRecord = "aws:route53/record:Record";

    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string BucketAcl = "aws:s3/bucketAcl:BucketAcl";
    public const string BucketLifecycleConfiguration = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    public const string BucketLogging = "aws:s3/bucketLogging:BucketLogging";
    public const string BucketNotification = "aws:s3/bucketNotification:BucketNotification";
    public const string BucketObject = "aws:s3/bucketObjectv2:BucketObjectv2";
    public const string BucketOwnershipControls = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    public const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    public const string BucketPublicAccessBlock = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    public const string BucketReplicationConfig = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    public const string BucketServerSideEncryptionConfiguration =
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    public const string BucketVersioning = "aws:s3/bucketVersioning:BucketVersioning";

    public const string Topic = "aws:sns/topic:Topic";
    public const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";
    public const string TopicSubscription = "aws:sns/topicSubscription:TopicSubscription";

    public const string SecurityGroupEgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    public const string SecurityGroupIngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    public const string WebAcl = "aws:wafv2/webAcl:WebAcl";
    public const string WebAclAssociation = "aws:wafv2/webAclAssociation:WebAclAssociation";
    public const string WebAclLoggingConfiguration = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

    public const string PrivateKey = "tls:index/privateKey:PrivateKey";
    public const string SelfSignedCert = "tls:index/selfSignedCert:SelfSignedCert";

    public const string Stack = "pulumi:pulumi:Stack";
}
