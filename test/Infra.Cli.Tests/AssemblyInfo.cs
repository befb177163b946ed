// Pulumi's mocks share state of the process (PULUMI_CONFIG, the exit code), and TestAsync documents that it must run serially.
[assembly: NonParallelizable]
