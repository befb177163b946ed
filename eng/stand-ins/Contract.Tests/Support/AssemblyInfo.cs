global using System.Collections.Immutable;
global using Contract.Tests.Support;
global using NUnit.Framework;
global using Pulumi;
global using Pulumi.Testing;
global using Pulumi.Utilities;

// PULUMI_CONFIG, the AWS region variables and Environment.ExitCode belong to the process: two tests at once would read each other's.
[assembly: NonParallelizable]
// Every test records into mocks of its own; a shared fixture instance would let one test count another's registrations.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
