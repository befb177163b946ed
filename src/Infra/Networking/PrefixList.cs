using Pulumi;

namespace Infra.Networking;

/// <summary>Address blocks that AWS, or a team of one's own, keeps under one id.</summary>
/// <param name="Name">What the settings call it: an id, or the name of one that AWS keeps. It becomes a part of rules' names.</param>
/// <param name="Id">Its id in the stack's region, <c>pl-…</c>.</param>
/// <param name="Weight">How many rules it counts as in the quota of a security group.</param>
public sealed record PrefixList(string Name, Input<string> Id, Input<int> Weight);
