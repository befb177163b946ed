namespace Infra.Cli.Live.Aws;

// What Elastic Load Balancing answers, as far as a drill reads it: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/.

internal sealed record TargetGroupsAnswer(IReadOnlyList<TargetGroupAnswer> TargetGroups);

internal sealed record TargetGroupAnswer(
    [property: AwsText(AwsText.Arn)] string TargetGroupArn,
    [property: AwsText(AwsText.Arn)] IReadOnlyList<string> LoadBalancerArns);

internal sealed record TargetHealthAnswer(IReadOnlyList<TargetAnswer> TargetHealthDescriptions);

internal sealed record TargetAnswer(TargetId Target, TargetStateAnswer TargetHealth);

internal sealed record TargetId(string Id);

internal sealed record TargetStateAnswer(string State);

internal sealed record LoadBalancersAnswer(IReadOnlyList<LoadBalancerAnswer> LoadBalancers);

internal sealed record LoadBalancerAnswer
{
    [AwsText(AwsText.Word)]
    public IReadOnlyList<string> SecurityGroups { get; init; } = [];
}

internal sealed record AttributesAnswer(IReadOnlyList<AttributeAnswer> Attributes);

internal sealed record AttributeAnswer(string Key, string Value);
