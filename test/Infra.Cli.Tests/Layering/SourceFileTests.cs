namespace Infra.Cli.Tests.Layering;

/// <summary>An arrow is seen however a file writes it, and only where there is one.</summary>
public sealed class SourceFileTests
{
    private static readonly SourceFile[] Others =
    [
        new("src/x/a.cs", "namespace Infra.Cli.Cost;\n\ninternal static class Money;\n"),
        new("src/x/b.cs", "namespace Infra.Cli;\n\npublic readonly record struct Verb(string Name);\n"),
        new("src/x/c.cs", "namespace Infra.Cli.Preview.Parts;\n\ninternal interface IPart\n{\n}\n"),
    ];

    [TestCase("using Infra.Cli.Cost;\n\nnamespace Infra.Cli.Preview;", "Infra.Cli.Cost")]
    [TestCase("using static Infra.Cli.Cost.Money;\n\nnamespace Infra.Cli.Preview;", "Infra.Cli.Cost")]
    [TestCase("using M = Infra.Cli.Cost.Money;\n\nnamespace Infra.Cli.Preview;", "Infra.Cli.Cost")]
    [TestCase("namespace Infra.Cli.Preview;\n\nvar x = $\"{Cost.Money.Of(3)}\";", "Infra.Cli.Cost")]
    [TestCase("namespace Infra.Cli.Preview;\n\nvar x = Cli.Cost.Money.Of(3);", "Infra.Cli.Cost")]
    [TestCase("namespace Infra.Cli.Preview;\n\nprivate readonly Verb? _verb;", "Infra.Cli")]
    [TestCase("namespace Infra.Cli.Preview;\n\nList<Parts.IPart> parts = [];", "Infra.Cli.Preview.Parts")]
    public void Names_ATypeOfAnotherNamespace_HaveThat(string text, string name) => Assert.That(NamesOf(text), Is.EqualTo([name]));

    [TestCase("using System.Text;\n\nnamespace Infra.Cli.Cost;\n\nvar x = Money.Of(3);")]
    [TestCase("namespace Infra.Cli.Preview;\n\nvar x = Cost.Total.Money;")]
    [TestCase("namespace Infra.Cli.Preview;\n\nvar x = view.Cost.Money + command.Verb;")]
    [TestCase("namespace Infra.Cli.Preview;\n\n    // A Verb, as Cost.Money has it.")]
    [TestCase("namespace Infra.Cli.Preview;\n\nvar x = IPart.None;")]
    public void Names_OfNoOtherNamespace_AreNone(string text) => Assert.That(NamesOf(text), Is.Empty);

    private static IEnumerable<string> NamesOf(string text)
    {
        var file = new SourceFile("src/x/x.cs", text);
        return file.Names(new SourceTree([.. Others, file]));
    }
}
