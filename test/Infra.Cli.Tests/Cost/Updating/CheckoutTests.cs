using Infra.Cli.Cost.Updating;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost.Updating;

/// <summary>Where <c>infra prices --update</c> finds the book.</summary>
internal sealed class CheckoutTests
{
    [TestCase("")]
    [TestCase("src")]
    [TestCase("src/Infra.Cli/Cost")]
    public void Root_OfAFolderInTheCheckout_IsAboveIt(string folder) => Assert.That(
        Path.TrimEndingDirectorySeparator(PriceUpdate.FindRoot(Path.Combine(Repository.Root, folder))),
        Is.EqualTo(Path.TrimEndingDirectorySeparator(Repository.Root)));

    [Test]
    public async Task Update_OutsideOfACheckout_SaysSo()
    {
        var elsewhere = Directory.CreateTempSubdirectory("infra-none-");
        try
        {
            var done = await Invocation.Of(elsewhere.FullName, "prices", "eu-west-2", "--update");

            Assert.That((done.ExitCode, done.Error), Is.EqualTo(
                (2, "there is no src/Infra.Cli/Cost/Prices/Book here or above: run it in a checkout of the project\n")));
        }
        finally
        {
            elsewhere.Delete();
        }
    }
}
