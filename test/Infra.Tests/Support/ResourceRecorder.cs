using Pulumi;

namespace Infra.Tests.Support;

/// <summary>Keeps the arguments and options of every resource: mocks are not shown them, a transformation is.</summary>
public sealed class ResourceRecorder
{
    private readonly Dictionary<(string Type, string Name), (ResourceArgs Args, ResourceOptions Options)> _seen = [];

    public ResourceTransformation Transformation => args =>
    {
        _seen[(args.Resource.GetResourceType(), args.Resource.GetResourceName())] = (args.Args, args.Options);
        return null;
    };

    /// <summary>Everything that <paramref name="aws"/> saw, with its arguments and options.</summary>
    public Recorded Join(FakeAws aws) => new([.. aws.Registered.Select(mocked =>
    {
        var (args, options) = _seen[(mocked.Type!, mocked.Name!)];
        return new RecordedResource(mocked.Type!, mocked.Name!, mocked.Inputs, args, options);
    })]);
}
