using Infra.Common;
using Pulumi;

namespace Infra.Observability;

/// <summary>What an <see cref="AlertTopic"/> needs.</summary>
public sealed class AlertTopicArgs : ResourceArgs
{
    /// <summary>Where it stands: who may publish, and who owns the key.</summary>
    [Input("account", required: true)]
    public required AwsAccount Account { get; set; }

    /// <summary>Who gets the alerts by e-mail, once the address has confirmed; by default nobody is subscribed.</summary>
    [Input("alarmEmail")]
    public Input<string>? AlarmEmail { get; set; }
}
