using System.CommandLine;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Init;

/// <summary><c>infra init</c>.</summary>
internal static class InitCommand
{
    private const string Help =
        """
        Adds a stack: asks the few questions that matter, and writes its file.

        Each answer is tried at once by the rules that 'infra preview' uses. Options
        answer in advance, and --yes takes the defaults for the rest, as happens where
        there is no terminal to ask at. With --like the file begins as another stack's,
        comments and all, but for secrets, which only that stack's own key decrypts.
        A file that is there is never overwritten.

        Examples:
          infra init
          infra init staging --like dev
          infra init live --like prod --domain shop.acme.com --hosted-zone Z0987
          infra init test --yes --region us-east-1 --zones us-east-1a,us-east-1c
        """;

    public static Command Create(Terminal terminal)
    {
        var stack = new Argument<string>("stack")
        {
            Description = "The stack's name; dev by default.",
            HelpName = "stack",
            DefaultValueFactory = _ => "dev",
        };
        var command = new Command("init", Help) { stack };
        var options = new InitOptions(command);
        command.SetAction(async (line, cancellation) =>
        {
            var directory = Environment.CurrentDirectory;
            var file = NewStackFile.Of(directory, line.GetRequiredValue(stack));
            var like = options.Like(line);
            var begun = like is null ? file.Least() : file.Like(like, directory);
            var draft = new StackDraft(directory, file.StackName, file.Project.ProjectName, begun);
            var replies = options.TakesDefaults(line) ? null : terminal.Answers();
            var answers = await new Interview(draft, options.Given(line)).RunAsync(terminal.Error, replies, cancellation);

            var text = draft.CheckedText(answers);
            var written = draft.Read(answers);
            _ = written.Inputs();
            cancellation.ThrowIfCancellationRequested();
            file.Write(text);
            foreach (var sentence in Told(file, written, begun.SecretKeys, like))
                await terminal.Out.WriteLineAsync(sentence);
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Told(
        NewStackFile file, StackConfiguration stack, IReadOnlyList<string> secretKeys, string? like)
    {
        var domain = stack.Setting("domainName");
        yield return $"{file.Name} is written: {stack.StackName} in {stack.Region}, with {(domain.Length > 0 ? domain : "no domain")}.";
        if (secretKeys.Count > 0)
        {
            yield return $"Left out, since only the key of {like} decrypts them: {string.Join(", ", secretKeys)}. "
                + $"Set them by 'pulumi config set --secret --stack {stack.StackName}'.";
        }

        if (Placeholders.In(stack) is { Count: > 0 } placeholders)
            yield return $"Before it is deployed, put your own in place of the placeholders: {string.Join(", ", placeholders)}.";
        yield return $"Next: infra preview {stack.StackName}";
    }
}
