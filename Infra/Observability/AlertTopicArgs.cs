using Infra.Common;
using Pulumi;

namespace Infra.Observability;

/// <summary>What an <see cref="AlertTopic"/> needs.</summary>
public sealed record AlertTopicArgs
{
    /// <summary>Where the stack stands: who may publish, and who owns the key.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>Who gets the alerts by e-mail, once the address has confirmed; none: nobody is subscribed.</summary>
    public Input<string>? AlarmEmail { get; init; }
}
