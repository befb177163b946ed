using Infra.Applications;

namespace Infra.Tests.Applications;

public sealed class ApplicationCommandTests
{
    [TestCase("dotnet Web.dll", "dotnet", "Web.dll")]
    [TestCase("  ./run   -v ", "./run", "-v")]
    [TestCase("./run 'a  b' \"c d\"e", "./run", "a  b", "c de")]
    [TestCase("./run '' \"\"", "./run", "", "")]
    [TestCase("./run 'it\\s' \"a\\\"b\\\\c\\d\" e\\ f", "./run", "it\\s", "a\"b\\c\\d", "e f")]
    [TestCase("./run $HOME *.js | tee ; >x", "./run", "$HOME", "*.js", "|", "tee", ";", ">x")]
    public void Words_AreAsInAShell(string text, params string[] words) => Assert.That(Of(text).Words, Is.EqualTo(words));

    [TestCase("./run --port {port} http://*:{port}", "./run", "--port", "8081", "http://*:8081")]
    public void For_APort_PutsItIn(string text, params string[] words) => Assert.That(Of(text).For(8081), Is.EqualTo(words));

    [TestCase("./run", "run")]
    [TestCase("bin/server", "bin/server")]
    [TestCase("dotnet run", null)]
    public void File_IsWhatIsStartedOfTheFolder(string text, string? file) => Assert.That(Of(text).File, Is.EqualTo(file));

    [TestCase("", "begin with")]
    [TestCase("   ", "begin with")]
    [TestCase("'' run", "begin with")]
    [TestCase("/bin/sh", "name a file of the folder")]
    [TestCase("bin/../../x", "name a file of the folder")]
    [TestCase("-c x", "begin with the program")]
    [TestCase("./run 'x", "close the quote '")]
    [TestCase("./run \"x", "close the quote \"")]
    [TestCase("./run\nreboot", "write it on one line")]
    public void Rejects_WhatStartsNothing(string text, string mend)
    {
        Assert.That(ApplicationCommand.TryParse(text, out _, out var said), Is.False);
        Assert.That(said, Does.StartWith(mend));
    }

    internal static ApplicationCommand Of(string text)
    {
        Assert.That(ApplicationCommand.TryParse(text, out var command, out var mend), Is.True, mend);
        return command!;
    }
}
