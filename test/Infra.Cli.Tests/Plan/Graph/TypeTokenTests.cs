using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Graph;

internal sealed partial class TypeTokenTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Infra.Cli");

    [Test]
    public void Tokens_OfResources_StandInOneFileOnly()
    {
        var places = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file))
            .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .SelectMany(file => Literal().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(token => $"{file}: {token.Value}"))
            .Where(place => !place.StartsWith(Path.Combine("Plan", "Graph", $"{nameof(TypeToken)}.cs"), StringComparison.Ordinal));

        Assert.That(places, Is.Empty, $"name it in {nameof(TypeToken)}, and refer to that");
    }

    // Of what is looked up, the last part begins with a small letter; a token may also be put together, or be only begun.
    [GeneratedRegex("""(?<!//.*)"[^"\n]*((aws|tls|pulumi):[\w/]+:[A-Z]|aws:\w+/(\w*\{|default))""")]
    private static partial Regex Literal();
}
