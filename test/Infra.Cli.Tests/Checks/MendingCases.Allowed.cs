namespace Infra.Cli.Tests.Checks;

/// <summary>Each value of each list of good ones, and none where that is as good.</summary>
internal static partial class MendingCases
{
    private const string Template = "fleet-launch-template";
    private const string Algorithm = "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm";
    private const string Targets = "web-servers";

    private static IEnumerable<ControlCase> Allowed =>
    [
        .. Each("certificate-strong-key", "cert-issued", "keyAlgorithm",
            null, "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"),
        .. Each("alb-tls-policy", "web-https", "sslPolicy",
            "ELBSecurityPolicy-TLS13-1-3-2021-06", "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
            "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
            "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
            "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09"),
        .. Each("alb-tells-client", "web-alb", "xffHeaderProcessingMode", null, "append"),
        .. Each("alb-desync-mitigation", "web-alb", "desyncMitigationMode", "defensive", "strictest"),
        .. Each("alb-content-policy", "web-https", "routingHttpResponseXFrameOptionsHeaderValue", "DENY", "SAMEORIGIN"),
        .. from part in new[] { ("host", "#{host}"), ("path", "/#{path}"), ("query", "#{query}") }
           from isSaid in new[] { false, true }
           select new ControlCase("alb-redirect-keeps-address", $"{part.Item1} {(isSaid ? "said" : "not said")}", stack =>
               stack.Set("web-http", $"defaultActions.0.redirect.{part.Item1}", isSaid ? part.Item2 : null)),
        .. Each("hop-instances", Targets, "targetType", null, "instance"),
        .. Each("hop-instances", Targets, "protocolVersion", null, "HTTP1"),
        .. Each("hop-instances", Targets, "slowStart", null, "0"),
        .. Each("hop-instances", Targets, "loadBalancingAlgorithmType",
            null, "round_robin", "least_outstanding_requests", "weighted_random"),
        .. Each("server-disk-kind", Template, "blockDeviceMappings.0.ebs.volumeType", "gp3", "io2"),
        .. Each("vpc-flow-logs", "net-flow-logs-log", "trafficType", "ALL", "REJECT"),
        .. Each("sound-on-internet", "web-alb", "loadBalancerType", null, "application"),
        .. Each("sound-on-internet", "web-alb", "ipAddressType", "ipv4", "dualstack"),
        .. Each("bucket-encrypted", "site-storage-encryption", Algorithm, "AES256", "aws:kms", "aws:kms:dsse"),
        new("bucket-customer-key", "KMS, twice", stack => stack
            .Encrypted("logs-storage-encryption", "key/a").Encrypted("site-storage-encryption", "alias/site")
            .Set("logs-storage-encryption", Algorithm, "aws:kms:dsse").Set("site-storage-encryption", Algorithm, "aws:kms:dsse")),
        .. Each("sound-acl-rules", AclRule, "ruleAction", "allow", "deny"),
        .. Each("exit-s3-route", "net-s3", "vpcEndpointType", null, "Gateway"),
        new("alb-no-http-listener", "TLS", stack => stack.Without("web-http").Set("web-https", "protocol", "TLS")),
        new("alb-cross-zone", "on, of a gateway", stack =>
            stack.Set("web-alb", "loadBalancerType", "gateway").Set("web-alb", "enableCrossZoneLoadBalancing", true)),
        .. from curve in new[] { "P256", "P384", "P521" }
           select new ControlCase("certificate-strong-key", $"imported, {curve}", stack => stack
               .Set("cert-self-signed-key", "algorithm", "ECDSA").Set("cert-self-signed-key", "ecdsaCurve", curve))
               { Stack = RecordedStacks.Dev },
    ];

    private static IEnumerable<ControlCase> Each(string control, string resource, string path, params string?[] values) =>
        from value in values
        select new ControlCase(control, $"{path} {value ?? "not set"}", stack => stack.Set(resource, path, value));
}
