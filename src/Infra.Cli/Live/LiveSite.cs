using System.Security.Cryptography.X509Certificates;

namespace Infra.Cli.Live;

/// <summary>The site to verify.</summary>
/// <param name="Url">Where its visitors find it: scheme https, a host, and a port unless it is 443.</param>
internal sealed record LiveSite(Uri Url)
{
    public const int DefaultHttpPort = 80;
    public const string DefaultHealthPath = "/health";
    public const int DefaultFrontStatus = 200;
    public const int DefaultSeconds = 10;
    public const int DefaultMostSeconds = 120;

    /// <summary>Where it answers plain HTTP; none when that is not known.</summary>
    public int? HttpPort { get; init; } = Url.IsDefaultPort ? DefaultHttpPort : null;

    /// <summary>The status that the front page ends in.</summary>
    public int FrontStatus { get; init; } = DefaultFrontStatus;

    /// <summary>What its answers are declared to be, where it is a stack's; none where they are judged by what they mean.</summary>
    public DeclaredAnswers? Declared { get; init; }

    /// <summary>The path of the health check, with a slash in front.</summary>
    public string HealthPath { get; init; } = DefaultHealthPath;

    /// <summary>The host to connect to, where that is not yet the one that the name leads to; the name's own otherwise.</summary>
    public string? ConnectTo { get; init; }

    /// <summary>The certificates to trust in place of the system's.</summary>
    public X509Certificate2Collection? Trusted { get; init; }

    /// <summary>Who says that they are to be trusted, for the report.</summary>
    public string TrustedBy { get; init; } = "--ca";

    /// <summary>Whether it is to refuse TLS 1.2, since its security policy has 1.3 alone.</summary>
    public bool IsTls13Only { get; init; }

    /// <summary>The security policy that its stack declares; none for any other site.</summary>
    public string? TlsPolicy { get; init; }

    /// <summary>Tells what time it is, and how long a wait has been.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long it may take to connect, and to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(DefaultSeconds);

    /// <summary>How long a claim may take in all, after which it is given up.</summary>
    public TimeSpan Most { get; init; } = TimeSpan.FromSeconds(DefaultMostSeconds);

    /// <summary>The host's name as certificates and header fields have it.</summary>
    public string Host => Url.IdnHost;

    /// <summary>The host as a URL has it, with the brackets of an IPv6 address.</summary>
    public string UrlHost => Url.HostNameType == UriHostNameType.IPv6 ? Url.Host : Url.IdnHost;
}
