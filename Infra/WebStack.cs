using Pulumi;

namespace Infra;

/// <summary>The whole stack.</summary>
public sealed class WebStack : Stack
{
}
