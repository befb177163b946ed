using Infra.Cli.Commands;
using Infra.Cli.Console;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
