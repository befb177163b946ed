namespace Infra.Site;

/// <summary>How a changed site reaches the servers.</summary>
public enum ContentUpdates
{
    /// <summary>By servers that boot with it: the launch template names the version of the site, and another one rolls.</summary>
    Roll,

    /// <summary>
    /// Servers that run take it within half a minute, and go on with the former one where it does not serve; those that boot begin with it.
    /// The launch template names no version, so that another one boots no server.
    /// </summary>
    Live,
}
