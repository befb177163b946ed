using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.Layering;

/// <summary>What a connection over TLS may ask of whom is decided in one place.</summary>
public sealed partial class TlsOptionsTests
{
    private const string Place = "src/Infra.Cli/Live/Tls/TlsClient.cs";

    [Test]
    public void OptionsOfAConnection_AreMadeInOnePlace() =>
        Assert.That(
            SourceTree.Product.Files.Where(file => Makes().IsMatch(file.Text)).Select(file => file.Path), Is.EqualTo(new[] { Place }));

    // An HttpClient that is made of nothing has a handler that does all of it.
    [TestCase("AllowAutoRedirect = false,")]
    [TestCase("UseProxy = false,")]
    [TestCase("SslOptions = TlsClient.Options(")]
    public void HandlerOfHttp_AsksNobodyElse(string part)
    {
        var handlers = SourceTree.Product.Files.Where(file => file.Text.Contains("SocketsHttpHandler ", StringComparison.Ordinal)).ToList();

        Assert.That(handlers, Is.Not.Empty);
        Assert.That(handlers.Where(file => !file.Text.Contains(part, StringComparison.Ordinal)).Select(file => file.Path), Is.Empty);
    }

    [TestCase("new SslClientAuthenticationOptions { }", true)]
    [TestCase("SslClientAuthenticationOptions options = new();", true)]
    [TestCase("X509ChainPolicy policy = new();", true)]
    [TestCase("new() { RemoteCertificateValidationCallback = null }", true)]
    [TestCase("new HttpClient()", true)]
    [TestCase("new X509Chain(true)", true)]
    [TestCase("await tls.AuthenticateAsClientAsync(host)", true)]
    [TestCase("await tls.AuthenticateAsClientAsync(options, patience.Token)", false)]
    [TestCase("private readonly X509Chain _chain;", false)]
    [TestCase("new() { ChainPolicy = Policy(site, shown) }", false)]
    [TestCase("private static X509ChainPolicy Policy(LiveSite site)", false)]
    public void Making_IsSeen(string code, bool expected) => Assert.That(Makes().IsMatch(code), Is.EqualTo(expected));

    // CertificatePath's chain, which has its policy from the one place, is a target-typed new.
    [GeneratedRegex(
        @"\bnew (SslClientAuthenticationOptions|X509ChainPolicy|X509Chain|HttpClientHandler|HttpClient\(\))"
        + @"|\b(SslClientAuthenticationOptions|X509ChainPolicy) \w+ = new\b|\bX509Chain\.Create\b"
        + @"|\bRemoteCertificateValidationCallback = |\bAuthenticateAsClient(Async)?\((?!options,)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Makes();
}
