using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Support;

/// <summary>Runs components and stacks against <see cref="FakeAws"/> and records what they register.</summary>
public static class Cloud
{
    /// <summary>What the SDK calls a preview leaves missing outputs unknown; the tests want every value.</summary>
    public static TestOptions Options => new() { ProjectName = "infra", StackName = "test", IsPreview = false };

    /// <summary>Where the components under test stand.</summary>
    public static Infra.Common.AwsAccount Account => new(FakeAws.AccountId, "aws", FakeAws.Region);

    /// <summary>Runs a component that <paramref name="create"/> makes with the options it is given.</summary>
    public static async Task<Recorded> Run(Action<ComponentResourceOptions> create)
    {
        var aws = new FakeAws();
        var recorder = new ResourceRecorder();
        await Deployment.TestAsync(aws, Options, () => create(new() { ResourceTransformations = { recorder.Transformation } }));
        return recorder.Join(aws);
    }

    /// <summary>The value of an output of a component that <paramref name="create"/> makes.</summary>
    public static async Task<T> OutputOf<T>(Func<Output<T>> create)
    {
        var output = Output.Create(default(T)!);
        await Deployment.TestAsync(new FakeAws(), Options, () => { output = create(); });
        return await Pulumi.Utilities.OutputUtilities.GetValueAsync(output);
    }
}
