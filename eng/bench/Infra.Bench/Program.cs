using BenchmarkDotNet.Running;
using Infra.Bench;

BenchmarkSwitcher.FromAssembly(typeof(ColdEvaluation).Assembly).Run(args);
