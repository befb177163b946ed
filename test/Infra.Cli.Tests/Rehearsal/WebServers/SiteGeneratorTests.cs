using System.Runtime.Versioning;
using Infra.Site;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>
/// What generators of sites write, in small, after the shape of their real output: nginx and the embedded server serve it alike.
/// </summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
[TestFixture(true)]
[TestFixture(false)]
internal sealed class SiteGeneratorTests(bool isNginx)
{
    private const string Fingerprint = "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c";

    // hugo with resources.Fingerprint and minify: https://gohugo.io/functions/resources/fingerprint/.
    [TestCase("/", "200 index.html text/html")]
    [TestCase("/posts/first/", "200 posts/first/index.html text/html")]
    [TestCase("/posts/first", "301 /posts/first/")]
    [TestCase("/index.xml", "200 index.xml text/xml")]
    [TestCase("/sitemap.xml", "200 sitemap.xml text/xml")]
    [PlainCase($"/css/main.min.{Fingerprint}.css", $"200 css/main.min.{Fingerprint}.css text/css kept")]
    [TestCase("/posts/", "404 404.html")]
    [TestCase("/none", "404 404.html")]
    [TestCase("/.env", "404 404.html")]
    public Task Hugo(string path, string answer) => IsAnsweredAsync(
        new(), path, answer,
        "index.html", "404.html", "index.xml", "sitemap.xml", "posts/first/index.html", $"css/main.min.{Fingerprint}.css");

    // jekyll build with its default permalinks and minima, whose styles have no hash.
    [TestCase("/2026/11/27/hello.html", "200 2026/11/27/hello.html text/html")]
    [TestCase("/about.html", "200 about.html text/html")]
    [TestCase("/about", "404 404.html")]
    [TestCase("/feed.xml", "200 feed.xml text/xml")]
    [TestCase("/assets/main.css", "200 assets/main.css text/css")]
    [TestCase("/assets/main.css.map", "200 assets/main.css.map application/json")]
    [TestCase("/assets/minima-social-icons.svg", "200 assets/minima-social-icons.svg image/svg+xml")]
    public Task Jekyll(string path, string answer) => IsAnsweredAsync(
        new(), path, answer,
        "index.html", "404.html", "about.html", "feed.xml", "2026/11/27/hello.html", "assets/main.css", "assets/main.css.map",
        "assets/minima-social-icons.svg");

    // docusaurus build: a folder for each page, hashes of eight digits, and of 32 for images.
    [TestCase("/docs/intro/", "200 docs/intro/index.html text/html")]
    [TestCase("/docs/intro", "301 /docs/intro/")]
    [TestCase("/assets/js/main.1a2b3c4d.js", "200 assets/js/main.1a2b3c4d.js text/javascript kept")]
    [TestCase("/assets/js/runtime~main.5e6f7a8b.js", "200 assets/js/runtime~main.5e6f7a8b.js text/javascript kept")]
    [TestCase("/assets/css/styles.0a1b2c3d.css", "200 assets/css/styles.0a1b2c3d.css text/css kept")]
    [TestCase("/assets/images/dock-d41d8cd98f00b204e9800998ecf8427e.png",
        "200 assets/images/dock-d41d8cd98f00b204e9800998ecf8427e.png image/png kept")]
    [TestCase("/img/logo.svg", "200 img/logo.svg image/svg+xml")]
    public Task Docusaurus(string path, string answer) => IsAnsweredAsync(
        new(), path, answer,
        "index.html", "404.html", "docs/intro/index.html", "assets/js/main.1a2b3c4d.js", "assets/js/runtime~main.5e6f7a8b.js",
        "assets/css/styles.0a1b2c3d.css", "assets/images/dock-d41d8cd98f00b204e9800998ecf8427e.png", "img/logo.svg");

    // vite build of an application with a router; without 404.html, as Vite makes none.
    [TestCase("/", "200 index.html text/html")]
    [TestCase("/users/42", "200 index.html text/html")]
    [TestCase("/users/jane.doe", "200 index.html text/html")]
    [TestCase("/users/", "200 index.html text/html")]
    [TestCase("/assets", "200 index.html text/html")]
    [TestCase("/assets/", "200 index.html text/html")]
    [TestCase("/assets/index-BxW3k9Zq.js", "200 assets/index-BxW3k9Zq.js text/javascript kept")]
    [TestCase("/assets/index-C1a_b-D4.css", "200 assets/index-C1a_b-D4.css text/css kept")]
    [TestCase("/assets/Inter-DYA39jkL.woff2", "200 assets/Inter-DYA39jkL.woff2 font/woff2 kept")]
    [TestCase("/assets/photo-holidays.jpg", "200 assets/photo-holidays.jpg image/jpeg")]
    [TestCase("/vite.svg", "200 vite.svg image/svg+xml")]
    [TestCase("/manifest.webmanifest", "200 manifest.webmanifest application/manifest+json")]
    public Task Vite(string path, string answer) => IsAnsweredAsync(
        new(SinglePage: true), path, answer,
        "index.html", "assets/index-BxW3k9Zq.js", "assets/index-C1a_b-D4.css", "assets/Inter-DYA39jkL.woff2",
        "assets/photo-holidays.jpg", "vite.svg", "manifest.webmanifest");

    // A script of a version that is gone must not be a page.
    [TestCase("/assets/index-AAAA1bcd.js")]
    [TestCase("/.env")]
    [TestCase("/.well-known/apple-app-site-association")]
    public async Task Vite_FileThatIsNotThere_IsNotThePage(string path)
    {
        await using var site = await SiteUnderTest.StartAsync(isNginx, new(SinglePage: true), ("index.html", "start"));
        using var answer = await site.GetAsync(path);

        Assert.That((int)answer.StatusCode, Is.EqualTo(404));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("start"));
    }

    // next build with output: 'export', which writes blog.html beside blog/.
    [TestCase("/", "200 index.html text/html")]
    [TestCase("/about", "200 about.html text/html")]
    [TestCase("/about.html", "200 about.html text/html")]
    [TestCase("/blog", "200 blog.html text/html")]
    [TestCase("/blog/first", "200 blog/first.html text/html")]
    [TestCase("/blog/", "404 404.html")]
    [TestCase("/none", "404 404.html")]
    [TestCase("/_next/static/chunks/main-app.js", "200 _next/static/chunks/main-app.js text/javascript kept")]
    [TestCase("/_next/static/Zq3/_buildManifest.js", "200 _next/static/Zq3/_buildManifest.js text/javascript kept")]
    [TestCase("/index.txt", "200 index.txt text/plain")]
    public Task NextExport(string path, string answer) => IsAnsweredAsync(
        new(CleanUrls: true), path, answer,
        "index.html", "404.html", "about.html", "blog.html", "blog/first.html", "index.txt", "_next/static/chunks/main-app.js",
        "_next/static/Zq3/_buildManifest.js");

    // A page beside the folder of its name, which has a start page too.
    [TestCase("/docs", "200 docs.html text/html")]
    [TestCase("/docs/", "200 docs/index.html text/html")]
    [TestCase("/docs/first", "301 /docs/first/")]
    public async Task CleanUrls_OfAPageAndAFolder_AreThePage(string path, string answer)
    {
        string[] files = ["index.html", "404.html", "docs.html", "docs/index.html", "docs/first/index.html"];

        await IsAnsweredAsync(new(CleanUrls: true), path, answer, files);
        await IsAnsweredAsync(new(CleanUrls: true, SinglePage: true), path, answer, files);
    }

    // Each file holds its own name.
    private async Task IsAnsweredAsync(SitePages pages, string path, string answer, params string[] files)
    {
        await using var site = await SiteUnderTest.StartAsync(isNginx, pages, files.Select(file => (file, file)));

        Assert.That(await site.AnswerAsync(path), Is.EqualTo(answer));
    }
}
