namespace Infra.Cli.Cost.Updating;

/// <summary>What <c>infra prices</c> needs of the world; a test gives it another one.</summary>
internal sealed record PriceTools
{
    /// <summary>Answers requests for price lists.</summary>
    public Func<HttpMessageHandler> Server { get; init; } = () => new SocketsHttpHandler
    {
        AutomaticDecompression = System.Net.DecompressionMethods.All,
    };

    /// <summary>What day it is, and how long nothing has come.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The project's root; the one of the current directory unless given.</summary>
    public string? RootDirectory { get; init; }
}
