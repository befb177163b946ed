using Infra.Cli.Plan.Declared;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>How nginx reads a configuration.</summary>
internal sealed class NginxDirectiveTests
{
    [PlainCase("a;", "a[]")]
    [PlainCase("a b  c\n\td;", "a[b|c|d]")]
    [PlainCase("a;b;", "a[] b[]")]
    [PlainCase("a;;b;", "a[] b[]")]
    [PlainCase(";a;", "a[]")]
    [PlainCase("a{b;}c;", "a[]{b[]} c[]")]
    [PlainCase("a b{c d;e f{g;}}", "a[b]{c[d] e[f]{g[]}}")]
    [PlainCase("a{}b;", "a[] b[]")]
    [PlainCase("{b;}c;", "c[]")]
    [PlainCase("a{b}c;", "a[] c[]")]
    [PlainCase("a;}b;", "a[]")]
    [PlainCase("a 'b c' \"d e\";", "a[b c|d e]")]
    [PlainCase("a 'b\"c' \"d'e\";", "a[b\"c|d'e]")]
    [PlainCase("a '';", "a[]")]
    [PlainCase("a ';' '{' '}';", "a[;|{|}]")]
    [PlainCase("a b'c;", "a[b'c]")]
    [PlainCase("a b\"c;", "a[b\"c]")]
    [PlainCase("a 'b;c", "")]
    [PlainCase("a{b;c 'd", "a[]{b[]}")]
    [PlainCase("a '", "")]
    [PlainCase("# one; two\na;", "a[]")]
    [PlainCase("a # b;\nc;", "a[c]")]
    [PlainCase("a b#c;", "a[b#c]")]
    [PlainCase("a; # the end", "a[]")]
    [PlainCase("a b", "")]
    [PlainCase("a b{c;", "a[b]{c[]}")]
    [PlainCase("", "")]
    public void Text_OfEachForm_IsReadAsNginxDoes(string text, string expected)
    {
        var read = NginxDirective.Read(text);

        Assert.That(read.Name, Is.Empty);
        Assert.That(Text(read), Is.EqualTo(expected));
    }

    [Test]
    public void Directives_OfAName_AreThoseInTheBlockOrAtAnyDepth()
    {
        var read = NginxDirective.Read("a 1; b { a 2; b { a 3; } } a 4; b { b 5; }");

        Assert.That(read.All("a").Select(Arguments), Is.EqualTo(["1", "4"]));
        Assert.That(read.Within("a").Select(Arguments), Is.EqualTo(["1", "2", "3", "4"]));
        Assert.That(read.Within("b").Select(directive => directive.Block.Count), Is.EqualTo([2, 1, 1, 0]));
        Assert.That(read.Within("c"), Is.Empty);
    }

    private static string Arguments(NginxDirective directive) => string.Join('|', directive.Arguments);

    private static string Text(NginxDirective parent) => string.Join(' ', parent.Block.Select(directive =>
        $"{directive.Name}[{Arguments(directive)}]{(directive.Block.Count > 0 ? $"{{{Text(directive)}}}" : "")}"));
}
