namespace Infra.Cli.Tests.Layering;

/// <summary>A name means one thing, and says where it is.</summary>
public sealed class NameTests
{
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

        Assert.That(shared, Is.Empty);
    }

    // The arrows between folders are read from namespaces.
    [Test]
    public void Namespace_OfAFile_IsItsFolder() =>
        Assert.That(SourceTree.Product.Files.Where(file => file.Namespace != file.Folder).Select(file => file.Path), Is.Empty);
}
