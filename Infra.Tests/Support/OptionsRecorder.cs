using Pulumi;

namespace Infra.Tests.Support;

/// <summary>Keeps the options of every resource: mocks are not shown them, a transformation is.</summary>
public sealed class OptionsRecorder
{
    private readonly Dictionary<(string Type, string Name), ResourceOptions> _options = [];

    public ResourceTransformation Transformation => args =>
    {
        _options[(args.Resource.GetResourceType(), args.Resource.GetResourceName())] = args.Options;
        return null;
    };

    /// <summary>Everything that <paramref name="aws"/> saw, with its options.</summary>
    public Recorded Join(FakeAws aws) =>
        new([.. aws.Registered.Select(args => new RecordedResource(args.Type!, args.Name!, args.Inputs, _options[(args.Type!, args.Name!)]))]);
}
