namespace Infra.Cli.Roles;

/// <summary>What the policies depend on, and no file of the project knows.</summary>
/// <param name="Account">The account that the stack is in.</param>
/// <param name="Repository">The repository, as the subject of GitHub's tokens names it.</param>
/// <param name="StateBucket">The bucket with Pulumi's state, this stack's in a folder of its own.</param>
/// <param name="StateKey">The KMS key of the secrets in that state: its id, or its ARN.</param>
internal sealed record AccountFacts(string Account, string Repository, string StateBucket, string StateKey);
