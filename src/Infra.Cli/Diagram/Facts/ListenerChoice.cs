using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell;

namespace Infra.Cli.Diagram.Facts;

/// <summary>
/// A drawing has two places for listeners: for those that let requests in by HTTPS, and for those that send clients there.
/// </summary>
internal static class ListenerChoice
{
    public static (DrawnListeners Https, DrawnListeners? Redirect) Of(OneOf one, IReadOnlyList<DeclaredListener> listeners)
    {
        var redirecting = listeners.Where(listener => listener.Redirect is not null).ToList();
        var forwarding = listeners.Except(redirecting).ToList();
        if (forwarding.FirstOrDefault(listener => !listener.IsHttps || listener.Action != "forward") is { } other)
        {
            throw new InvalidUsageException(
                $"listener {other.Name} must forward HTTPS or redirect to be drawn, "
                + $"got the action {other.Action} on {other.Protocol}");
        }

        var https = AsOne(
            one, "forwarding HTTPS listener", forwarding,
            listener => (listener.TargetGroup, listener.TlsPolicy, listener.Node.Text("certificateArn")))
            ?? throw one.None("forwarding HTTPS listener");
        return (https, AsOne(one, "redirecting listener", redirecting, listener => (listener.Protocol, listener.Redirect)));
    }

    // What differs between them would be drawn of one of them only.
    private static DrawnListeners? AsOne<T>(OneOf one, string kind, List<DeclaredListener> listeners, Func<DeclaredListener, T> drawn)
    {
        if (listeners.DistinctBy(drawn).Skip(1).Any())
            one.AtMostOne(kind, listeners);

        return listeners is [var first, ..] ? new(first, [.. listeners.Select(listener => listener.Port)]) : null;
    }
}
