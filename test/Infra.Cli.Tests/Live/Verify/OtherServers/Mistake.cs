namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>One thing wrong in a configuration.</summary>
/// <param name="Name">What.</param>
/// <param name="Right">A text of the right configuration.</param>
/// <param name="Wrong">What stands in its place.</param>
/// <param name="Claims">What fails by that.</param>
internal sealed record Mistake(string Name, string Right, string Wrong, params string[] Claims)
{
    /// <summary>Makes it.</summary>
    public string Make(string configuration)
    {
        Assert.That(configuration, Does.Contain(Right), "there is nothing to make wrong");
        return configuration.Replace(Right, Wrong, StringComparison.Ordinal);
    }
}
