using Infra.Cli.Report;
using Infra.Cli.Tests.Diff;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Report;

/// <summary>Whether a report is of a commit, or of something beside it.</summary>
internal sealed class SourceVersionTests
{
    private GitRepository _repository = null!;

    [SetUp]
    public void Init() => _repository = new(File.ReadAllText(Path.Combine(Reference.Root, "Pulumi.dev.yaml")));

    [TearDown]
    public void Tidy() => _repository.Dispose();

    // As a pipeline has them in its checkout.
    [TestCase(false, "report.html", "verify.json", "test-results/[1].xml")]
    [TestCase(true, "report.html", "verify.json")]
    [TestCase(true)]
    public async Task Files_OfTheReportItself_AreNoChange(bool isChanged, params string[] own)
    {
        _repository.With("report.html", "").With("verify.json", "{}").With("test-results/[1].xml", "<a/>");

        Assert.That((await OfAsync(own))!.IsChanged, Is.EqualTo(isChanged));
    }

    [TestCase("Pulumi.dev.yaml")]
    [TestCase("src/Infra/Added.cs")]
    public async Task Change_OfAnyOtherFile_IsSaid(string file)
    {
        Assert.That((await OfAsync())!.IsChanged, Is.False);

        _repository.With(file, "changed");

        Assert.That((await OfAsync("report.html", "/elsewhere/report.html"))!.IsChanged);
    }

    [Test]
    public async Task Folder_WithoutARepository_HasNone()
    {
        using var project = new TemporaryProject();

        Assert.That(await SourceVersion.OfAsync(project.Root, [null], CancellationToken.None), Is.Null);
    }

    private Task<SourceVersion?> OfAsync(params string[] own) =>
        SourceVersion.OfAsync(_repository.Root, own.Select(file => Path.Combine(_repository.Root, file)), CancellationToken.None);
}
