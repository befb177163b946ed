namespace Infra.Cli.Live;

/// <summary>The site can't be asked: the message is one line that tells a wrong name from a refusal and from silence.</summary>
internal sealed class SiteUnreachableException(string message, bool isRefused = false) : Exception(message)
{
    /// <summary>Whether the host answers, and says that nothing listens on that port.</summary>
    public bool IsRefused => isRefused;
}
