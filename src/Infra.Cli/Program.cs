using Infra.Cli;
using Infra.Cli.Shell;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
