// Pulumi's mocks share state of the process (PULUMI_CONFIG, the exit code), and TestAsync documents that it must run serially.
[assembly: NonParallelizable]

// For eng/mutation/run; without it, nothing.
[assembly: Infra.Tests.Mutation.FreshTables(
    typeof(Infra.WebStack), typeof(Infra.Cli.Checks.Control),
    Caches = [typeof(Infra.Cli.Tests.Graphs), typeof(Infra.Cli.Tests.Plan.Reading.PlanVariants)])]
