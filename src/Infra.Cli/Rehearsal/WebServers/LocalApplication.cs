using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Applications;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>
/// A declared application as this machine runs it: the same command and environment, with another port and other folders for each server,
/// since all of them are here.
/// </summary>
internal sealed partial class LocalApplication
{
    /// <summary>What stands for a secret, which a rehearsal fetches from nowhere.</summary>
    public const string Placeholder = "rehearsal";

    private readonly DeclaredApplication _declared;
    private readonly ApplicationFolder _folder;
    private readonly IReadOnlyList<string> _words;
    private readonly IReadOnlyDictionary<string, string> _environment;

    private LocalApplication(
        DeclaredApplication declared,
        ApplicationFolder folder,
        IReadOnlyList<string> words,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string> missingSecrets)
    {
        (_declared, _folder, _words, _environment) = (declared, folder, words, environment);
        MissingSecrets = missingSecrets;
        Description = LegibleText.Of(string.Join(' ', words.Prepend(Path.GetFileName(words[0])).Where((_, at) => at != 1)));
    }

    /// <summary>Its command, to be shown.</summary>
    public string Description { get; }

    /// <summary>How long it may take to listen, and then to answer its health check, in this machine's time.</summary>
    public TimeSpan Patience { get; private init; }

    /// <summary>What it is made of now: a roll brings what has been built meanwhile.</summary>
    /// <exception cref="ServerFailedException">The folder is no longer one that servers could get.</exception>
    public IReadOnlyList<ApplicationFile> Files => FolderOf(_declared).Files;

    /// <summary>The names of the secrets that are <see cref="Placeholder"/>.</summary>
    public IReadOnlyList<string> MissingSecrets { get; }

    /// <summary>Makes it.</summary>
    /// <param name="declared">The application that the stack declares.</param>
    /// <param name="options">What is different here.</param>
    /// <param name="environment">Gives a variable of this process's environment.</param>
    /// <exception cref="InvalidUsageException">This machine can't run it.</exception>
    public static LocalApplication Of(DeclaredApplication declared, ApplicationOptions options, Func<string, string?> environment)
    {
        var folder = FolderOf(declared);
        var words = options.Command is { } command ? WordsOf(command) : declared.Words;
        var variables = new Dictionary<string, string>(declared.Environment);
        foreach (var name in declared.SecretNames)
            variables[name] = Placeholder;
        foreach (var name in options.Secrets)
        {
            if (!declared.SecretNames.Contains(name))
                throw new InvalidUsageException($"{RehearseOptions.SecretOption} must name a secret of the application, got {name}");

            variables[name] = environment(name) ?? throw new InvalidUsageException(
                $"{RehearseOptions.SecretOption} {name} takes the value from the environment, where {name} is not set: set it");
        }

        var local = new LocalApplication(
            declared, folder, words, variables, [.. declared.SecretNames.Except(options.Secrets)])
        {
            Patience = options.Patience,
        };
        // Whoever is told now is not told after half a minute.
        _ = local.ProgramIn(declared.Source);
        return local;
    }

    /// <summary>The words that start a copy of it.</summary>
    /// <param name="copy">The folder of the copy.</param>
    /// <param name="state">The folder that it may write to.</param>
    /// <param name="port">Where it is to listen.</param>
    public IEnumerable<string> CommandIn(string copy, string state, int port) =>
        _words.Skip(1).Select(word => Moved(word, copy, state, port)).Prepend(ProgramIn(copy));

    /// <summary>Its environment, besides what a system gives every program.</summary>
    /// <param name="copy">The folder of the copy.</param>
    /// <param name="state">The folder that it may write to.</param>
    /// <param name="port">Where it is to listen.</param>
    public IReadOnlyDictionary<string, string> EnvironmentIn(string copy, string state, int port) =>
        _environment.ToDictionary(variable => variable.Key, variable => Moved(variable.Value, copy, state, port));

    private string ProgramIn(string folder)
    {
        var program = _words[0].StartsWith($"{_declared.Folder}/", StringComparison.Ordinal)
            ? _words[0][(_declared.Folder.Length + 1)..]
            : _words[0];
        return _folder.Find(program.StartsWith("./", StringComparison.Ordinal) ? program[2..] : program) is { } file
            ? ApplicationProgram.Checked(Path.Combine(folder, file.Name), file.Name)
            : ApplicationProgram.Find(program);
    }

    private string Moved(string text, string copy, string state, int port) =>
        MovedPort(text, port)
            .Replace(_declared.Folder, copy, StringComparison.Ordinal)
            .Replace(ApplicationUnit.StateFolder, state, StringComparison.Ordinal);

    // The declared port, too, where it is written out: alone, behind = or a blank, or behind an address of this machine. That of another
    // machine stays what it is.
    private string MovedPort(string text, int port)
    {
        var (declared, here) = (_declared.Port.ToString(CultureInfo.InvariantCulture), port.ToString(CultureInfo.InvariantCulture));
        return Number().Replace(
            text.Replace(ApplicationCommand.Port, here, StringComparison.Ordinal),
            number => number.Value == declared ? here : number.Value);
    }

    private static ApplicationFolder FolderOf(DeclaredApplication declared)
    {
        var (root, name) = (Path.GetDirectoryName(declared.Source)!, Path.GetFileName(declared.Source));
        return ApplicationFolder.TryLoad(root, name, out var folder, out var problems)
            ? folder
            : throw new ServerFailedException($"the application {problems[0].Rule}, got {problems[0].Got}: {problems[0].Mend}");
    }

    // The setting's own form takes no whole path as a program; on this machine one may be needed.
    private static IReadOnlyList<string> WordsOf(string text) =>
        ApplicationCommand.TryParse($"command {text}", out var command, out var mend) && command.Words is [_, { Length: > 0 }, ..]
            ? [.. command.Words.Skip(1)]
            : throw new InvalidUsageException(
                $"{RehearseOptions.CommandOption} must be a command, got '{LegibleText.Of(text)}': {mend ?? "begin with a program"}");

    [GeneratedRegex(
        @"(?<=^|[=\s]|(^|[^A-Za-z0-9.-])(127\.0\.0\.1|localhost|0\.0\.0\.0|\*|\+|\[::1?\])?:)[0-9]+(?![0-9.])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
