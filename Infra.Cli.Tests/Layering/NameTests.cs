namespace Infra.Cli.Tests.Layering;

/// <summary>A name means one thing, and says where it is.</summary>
public sealed class NameTests
{
    // Names that have two meanings today. It ends empty: an entry that nothing needs fails, too.
    private static readonly string[] Exceptions =
    [
        "Infra.Cli: DrillJson", "Infra.Cli: DrillReport", "Infra.Cli: DrillRunner", "Infra.Cli: DrillScene", "Infra.Cli: Finding",
        "Infra.Cli: Fleet", "Infra.Cli: IDrillStep", "Infra.Cli: LoadBalancerReader", "Infra.Cli: LoadGoneStep",
        "Infra.Cli: LoadStep", "Infra.Cli: Outcome", "Infra.Cli: TargetState", "Infra.Cli: Verdict",
    ];

    // A type with type parameters beside one without, such as Setting<T> and Setting, is one idea.
    [Test]
    public void Types_OfAProject_HaveANameEach()
    {
        var shared =
            from file in SourceTree.Product.Files
            from type in file.Types.Distinct()
            group file.Namespace by $"{SourceTree.ProjectOf(file.Namespace)}: {type}" into places
            where places.Distinct().Count() > 1
            select places.Key;

        Assert.That(shared, Is.EquivalentTo(Exceptions));
    }

    // The arrows between folders are read from namespaces.
    [Test]
    public void Namespace_OfAFile_IsItsFolder() =>
        Assert.That(SourceTree.Product.Files.Where(file => file.Namespace != file.Folder).Select(file => file.Path), Is.Empty);
}
