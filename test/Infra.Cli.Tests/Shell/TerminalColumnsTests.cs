using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Shell;

public sealed class TerminalColumnsTests
{
    [TestCase("short", "short     ")]
    [TestCase("just as it", "just as it")]
    [TestCase("one too many", "one too...")]
    public void Fitted_ToTenColumns_IsTenLong(string text, string expected) =>
        Assert.That(TerminalColumns.Fitted(text, 10), Is.EqualTo(expected));
}
