using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Infra.Cli.Tests.Properties;

/// <summary>
/// Runs a property over generated cases. The same cases at every run, so that a build that fails fails again;
/// <c>FSCHECK_SEED=&lt;number&gt; dotnet test</c> tries others.
/// </summary>
internal static class Property
{
    private const string SeedVariable = "FSCHECK_SEED";
    private const ulong DefaultSeed = 8;

    /// <summary>Fails with the smallest case that breaks the property, and with what is wrong with it.</summary>
    /// <param name="cases">The cases, and how to make one smaller.</param>
    /// <param name="count">How many to try.</param>
    /// <param name="faultOf">What is wrong with a case; null if the property holds.</param>
    public static void Holds<T>(Arbitrary<T> cases, int count, Func<T, string?> faultOf)
    {
        var seed = Seed();
        var fault = (string?)null;
        var replay = new Replay(new(seed), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(replay));
        try
        {
            // The last case that fails is the smallest that was found: shrinking goes on from failures alone.
            Check.One(config, Prop.ForAll(cases, (T one) => Tried(faultOf, one) is not { } found || (fault = found) is null));
        }
        catch (Exception broken) when (fault is not null)
        {
            Assert.Fail($"{fault}\n\nwith {SeedVariable}={seed}: {broken.Message}");
        }
    }

    private static string? Tried<T>(Func<T, string?> faultOf, T one)
    {
        try
        {
            return faultOf(one);
        }
        catch (Exception thrown)
        {
            return thrown.ToString();
        }
    }

    private static ulong Seed() => Environment.GetEnvironmentVariable(SeedVariable) switch
    {
        null or "" => DefaultSeed,
        var text when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => seed,
        var text => throw new InvalidOperationException($"{SeedVariable} must be a whole number, got {text}"),
    };
}
