namespace Infra.Cli.Cost.Prices;

/// <summary>What the price book has prices of, besides instance types.</summary>
internal static class PriceItem
{
    public const string AlarmMetric = "alarm-metric-month";
    public const string CompositeAlarm = "composite-alarm-month";
    public const string Dashboard = "dashboard-month";
    public const string DataTransferOut = "data-transfer-out";
    public const string DetailedMetric = "metric-month";
    public const string Gp3Storage = "gp3-storage-month";
    public const string HighResolutionAlarmMetric = "high-resolution-alarm-metric-month";
    public const string HostedZone = "hosted-zone-month";
    public const string InterfaceEndpointData = "interface-endpoint-data";
    public const string InterfaceEndpointHour = "interface-endpoint-hour";
    public const string KmsKey = "kms-key-month";
    public const string LoadBalancerCapacityUnitHour = "load-balancer-capacity-unit-hour";
    public const string LoadBalancerHour = "load-balancer-hour";
    public const string LogStorage = "log-storage-month";
    public const string NatGatewayData = "nat-gateway-data";
    public const string NatGatewayHour = "nat-gateway-hour";
    public const string PublicIpv4Hour = "public-ipv4-hour";
    public const string S3Get = "s3-get";
    public const string S3Put = "s3-put";
    public const string S3Storage = "s3-storage-month";
    public const string SurplusCreditOfT3 = "t3-surplus-credit";
    public const string SurplusCreditOfT4g = "t4g-surplus-credit";
    public const string VendedLogs = "vended-logs";
    public const string WebAcl = "web-acl-month";
    public const string WebAclRequests = "web-acl-requests";
    public const string WebAclRule = "web-acl-rule-month";
}
