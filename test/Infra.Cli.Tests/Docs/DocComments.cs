using System.Xml.Linq;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Docs;

/// <summary>The doc comments of <c>Infra</c>, which the compiler writes beside it.</summary>
internal static class DocComments
{
    private static readonly XDocument File = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Infra.xml"));

    /// <summary>The summary of an enum's value, as Markdown.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = $"F:{typeof(T).FullName}.{value}";
        var summary = File.Descendants("member").Single(member => member.Attribute("name")!.Value == name).Element("summary")!;
        return string.Concat(summary.Nodes().Select(Markdown));
    }

    private static string Markdown(XNode node) =>
        node is XElement { Name.LocalName: "c" } code ? MarkdownText.Code(code.Value) : node.ToString();
}
