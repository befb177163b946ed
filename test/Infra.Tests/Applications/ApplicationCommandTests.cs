using Infra.Applications;

namespace Infra.Tests.Applications;

public sealed class ApplicationCommandTests
{
    [TestCase("dotnet Web.dll", "dotnet", "Web.dll")]
    [TestCase("  ./run   -v ", "./run", "-v")]
    [TestCase("./run 'a  b' \"c d\"e", "./run", "a  b", "c de")]
    [TestCase("./run '' \"\"", "./run", "", "")]
    [TestCase("./run 'it\\s' \"a\\\"b\\\\c\\d\" e\\ f", "./run", "it\\s", "a\"b\\c\\d", "e f")]
    [TestCase("./run $HOME *.js #x", "./run", "$HOME", "*.js", "#x")]
    [TestCase("./run '|' \"a;b\" \\> 'x'\\&y", "./run", "|", "a;b", ">", "x&y")]
    [TestCase("./run \"\\$HOME \\`x\\`\" '\\$' \\$", "./run", "$HOME `x`", "\\$", "$")]
    [TestCase("./cd x", "./cd", "x")]
    [TestCase("./A=1 x", "./A=1", "x")]
    [TestCase("env A=1 ./run", "env", "A=1", "./run")]
    [TestCase("node export set", "node", "export", "set")]
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

    [TestCase("cd odd && python3 app.py", '&')]
    [TestCase("python3 app.py > log", '>')]
    [TestCase("./run || ./other", '|')]
    [TestCase("./run | tee log", '|')]
    [TestCase("./run;./other", ';')]
    [TestCase("./run &", '&')]
    [TestCase("./run 2>&1", '>')]
    [TestCase("./run >>log", '>')]
    [TestCase("./run < in", '<')]
    [TestCase("./run 'a'|b", '|')]
    public void Rejects_WhatOnlyAShellCanDo(string text, char letter) => Rejects(text, letter);

    // By themselves: a name with a bracket that is not closed is none that a filter can take.
    [TestCase("(./run)")]
    [TestCase("./run $(nproc)")]
    public void Rejects_ABracket(string text) => Rejects(text, '(');

    private static void Rejects(string text, char letter)
    {
        Assert.That(ApplicationCommand.TryParse(text, out _, out var said), Is.False);
        Assert.That(said, Is.EqualTo(
            "no shell takes part: put this into a script of the folder, or put quotes around " + letter + " if it is part of an argument"));
    }

    [TestCase("cd")]
    [TestCase("export")]
    [TestCase("source")]
    [TestCase(".")]
    [TestCase("exec")]
    [TestCase("set")]
    [TestCase("ulimit")]
    [TestCase("umask")]
    public void Rejects_WhatIsAShellsOwn(string builtin)
    {
        Assert.That(ApplicationCommand.TryParse($"{builtin} x", out _, out var said), Is.False);
        Assert.That(said, Is.EqualTo($"{builtin} is a shell's own, and no shell takes part: put this into a script of the folder"));
    }

    [TestCase("PORT=1 node x", "PORT")]
    [TestCase("A= ./run", "A")]
    [TestCase("PATH=./bin/x run", "PATH")]
    public void Rejects_AVariableInFrontOfTheProgram(string text, string name)
    {
        Assert.That(ApplicationCommand.TryParse(text, out _, out var said), Is.False);
        Assert.That(said, Is.EqualTo($"set {name} by applicationEnvironment, and begin with the program"));
    }

    internal static ApplicationCommand Of(string text)
    {
        Assert.That(ApplicationCommand.TryParse(text, out var command, out var mend), Is.True, mend);
        return command!;
    }
}
