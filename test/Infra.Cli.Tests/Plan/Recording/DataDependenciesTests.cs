using System.Collections.Immutable;
using Infra.Cli.Plan.Recording;
using Pulumi;
using Pulumi.Testing;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Cli.Tests.Plan.Recording;

/// <summary>Resources that stand in each place where arguments can have them, by types of arguments that nothing else looks into.</summary>
internal sealed class DataDependenciesTests
{
    [Test]
    public async Task Inputs_ComeFromTheResourcesInThem_HoweverDeep()
    {
        var found = "";
        var cloud = new RecordingCloud("eu-west-1");
        await Deployment.TestAsync(
            cloud,
            new TestOptions { ProjectName = "infra", StackName = "test", IsPreview = false },
            () => { _ = new Made(cloud, args => found = args); });

        Assert.That(found, Is.EqualTo("all: a; deep: b c; direct: a; id: b; ids: a b; many: a c; one: c"));
    }

    private static async Task<string> FoundAsync(InputArgs args) => string.Join("; ", (await DataDependencies.OfAsync(args))
        .OrderBy(input => input.Key, StringComparer.Ordinal)
        .Select(input => $"{input.Key}: {string.Join(' ', input.Value.Select(each => each.GetResourceName()).Order())}"));

    private sealed class Made : Pulumi.Stack
    {
        public Made(RecordingCloud cloud, Action<string> onFound)
            : base(new() { ResourceTransformations = { cloud.Observe } })
        {
            var (a, b, c) = (new Ec2.InternetGateway("a"), new Ec2.InternetGateway("b"), new Ec2.InternetGateway("c"));
            Found = Output.Create(FindAsync(a, b, c, onFound));
        }

        [Output("found")]
        public Output<string> Found { get; private set; }

        private static async Task<string> FindAsync(Resource a, CustomResource b, CustomResource c, Action<string> onFound)
        {
            var found = await FoundAsync(new Outer
            {
                Plain = "text",
                Id = b.Id,
                Ids = { ((CustomResource)a).Id, b.Id },
                Direct = a,
                One = Output.Create<Resource>(c),
                Many = [a, c],
                All = new List<Resource> { a },
                Deep = [new Inner { Id = c.Id }, new Inner { Id = b.Id }],
                Unmarked = b.Id,
            });
            onFound(found);
            return found;
        }
    }

    private sealed class Outer : ResourceArgs
    {
        [Input("ids")]
        private readonly InputList<string> _ids = [];

        [Input("plain")]
        public Input<string>? Plain { get; init; }

        [Input("id")]
        public Input<string>? Id { get; init; }

        public InputList<string> Ids => _ids;

        [Input("direct")]
        public Resource? Direct { get; init; }

        [Input("one")]
        public Input<Resource>? One { get; init; }

        [Input("many")]
        public InputList<Resource>? Many { get; init; }

        [Input("all")]
        public List<Resource>? All { get; init; }

        [Input("deep")]
        public InputList<Inner>? Deep { get; init; }

        public Input<string>? Unmarked { get; init; }
    }

    private sealed class Inner : ResourceArgs
    {
        [Input("id")]
        public Input<string>? Id { get; init; }
    }
}
