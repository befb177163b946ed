namespace Infra.Cli.Rehearsal.Group;

/// <summary>What CloudWatch has of one server for one minute.</summary>
/// <param name="ServerId">The server.</param>
/// <param name="Cpu">Its average processor load, in percent.</param>
/// <param name="Requests">The requests that it got.</param>
/// <param name="Errors">Those that it answered with a 5xx status.</param>
internal sealed record ServerMinute(string ServerId, double Cpu, double Requests, double Errors = 0);
