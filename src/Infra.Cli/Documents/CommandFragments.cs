namespace Infra.Cli.Documents;

/// <summary>The commands that a document tells its reader to type, with the names of the project's own stacks.</summary>
internal static class CommandFragments
{
    private const string Run = "./infra";

    /// <summary>What to try first, without an account.</summary>
    public static string First(DocumentedStacks stacks) => Block("sh",
    [
        ($"{Run} preview {stacks.Simplest.StackName}", "what the stack will create, what it costs, how safe it is"),
        ($"{Run} rehearse {stacks.Simplest.StackName}", "the same stack on this machine: break a server, add load, watch it hold"),
        ("dotnet test", "proves it against a mocked cloud"),
    ]);

    /// <summary>How to bring each stack up by hand: the protected ones last.</summary>
    public static string Deploy(DocumentedStacks stacks) => Block("sh aws",
    [
        ("pulumi login", "or: pulumi login s3://<your-state-bucket>"),
        .. stacks.All.OrderBy(stack => stack.IsProtected).SelectMany(stack => Up(stack.StackName, stacks)),
    ]);

    private static IEnumerable<(string Command, string Comment)> Up(string stack, DocumentedStacks stacks)
    {
        var placeholders = stacks.Placeholders[stack];
        return
        [
            ($"pulumi stack init {stack}", "once; the pipelines need --secrets-provider here: see docs/operations.md"),
            ($"pulumi up --stack {stack}", placeholders.Count == 0 ? "" : $"before, its own {string.Join(", ", placeholders)}"),
            ($"pulumi stack output url --stack {stack}", ""),
        ];
    }

    private static string Block(string language, IReadOnlyList<(string Command, string Comment)> lines)
    {
        var width = lines.Where(line => line.Comment.Length > 0).Max(line => line.Command.Length);
        return string.Join('\n',
        [
            $"```{language}",
            .. lines.Select(line => line.Comment.Length == 0 ? line.Command : $"{line.Command.PadRight(width)}   # {line.Comment}"),
            "```",
        ]);
    }
}
