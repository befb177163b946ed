using System.IO.Compression;
using System.Net;
using System.Runtime.Versioning;
using Infra.Site;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>Types, compression, caching and what is hidden: nginx and the embedded server do them alike.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
[TestFixture(true)]
[TestFixture(false)]
internal sealed class SiteHeadersTests(bool isNginx)
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("p { color: navy }\n", 1000));

    [Test]
    public async Task Type_OfEachExtension_IsTheOneOfTheList()
    {
        var expected = (
            from type in SiteTypes.All
            from extension in type.Extensions.Split(' ')
            select ($"a.{extension}", Type: type.HasCharset ? $"{type.Name}; charset=utf-8" : type.Name)).ToArray();
        await using var site = await SiteUnderTest.StartAsync(
            isNginx, new(), expected.Select(file => (file.Item1, "x")).Append(("index.html", "x")));

        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, type) in expected)
            {
                using var answer = await site.GetAsync($"/{name}");
                Assert.That($"{answer.Content.Headers.ContentType}", Is.EqualTo(type), name);
            }
        }
    }

    [TestCase("a.css")]
    [TestCase("a.mjs")]
    [TestCase("a.svg")]
    [TestCase("a.webmanifest")]
    public async Task Text_ForWhomTakesIt_IsCompressedAndThenNotSentAgain(string name)
    {
        await using var site = await SiteUnderTest.StartAsync(isNginx, new(), (name, Long));
        using var answer = await site.GetAsync($"/{name}", ("Accept-Encoding", "gzip"));
        await using var content = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var text = new StreamReader(content);

        Assert.That(await text.ReadToEndAsync(), Is.EqualTo(Long));
        Assert.That(answer.Headers.Vary, Is.EqualTo(new[] { "Accept-Encoding" }));
        using var again = await site.GetAsync($"/{name}", ("Accept-Encoding", "gzip"), ("If-None-Match", $"{answer.Headers.ETag}"));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [TestCase("a.css", "")]
    [TestCase("a.png", "gzip")]
    [TestCase("short.css", "gzip")]
    public async Task File_ThatGainsNothing_IsSentAsItIs(string name, string accepted)
    {
        await using var site = await SiteUnderTest.StartAsync(
            isNginx, new(), ("a.css", Long), ("a.png", Long), ("short.css", Long[..1000]));
        using var answer = await site.GetAsync($"/{name}", ("Accept-Encoding", accepted));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);
    }

    [Test]
    public async Task File_Always_HasAnETagAndNoDate()
    {
        await using var site = await SiteUnderTest.StartAsync(isNginx, new(), ("index.html", "start"));
        using var answer = await site.GetAsync("/");

        Assert.That(answer.Headers.ETag, Is.Not.Null);
        Assert.That(answer.Content.Headers.LastModified, Is.Null);
        Assert.That($"{answer.Headers.CacheControl}", Is.EqualTo("no-cache"));
    }

    [TestCase("/assets/app-1a2b3c4d.js", "public, max-age=31536000, immutable")]
    [TestCase("/post-1a2b3c4d.html", "no-cache")]
    [TestCase("/report-20261127.pdf", "no-cache")]
    public async Task Hash_InAName_DecidesHowLongItIsKept(string path, string expected)
    {
        await using var site = await SiteUnderTest.StartAsync(isNginx, new(), (path[1..], "x"));
        using var answer = await site.GetAsync(path);

        Assert.That(answer.Headers.GetValues("Cache-Control"), Is.EqualTo(new[] { expected }));
    }

    [TestCase("/.env", HttpStatusCode.NotFound)]
    [TestCase("/.git/config", HttpStatusCode.NotFound)]
    [TestCase("/below/.htpasswd", HttpStatusCode.NotFound)]
    [TestCase("/.well-known/security.txt", HttpStatusCode.OK)]
    [TestCase("/.well-known/.secret", HttpStatusCode.NotFound)]
    [TestCase("/.well-knownish", HttpStatusCode.NotFound)]
    [TestCase("/a.b/c", HttpStatusCode.OK)]
    public async Task Path_WithAPartThatBeginsWithADot_IsHidden(string path, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync(isNginx, new(), (path[1..], "x"));
        using var answer = await site.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(expected));
    }
}
