namespace Infra.Cli.Tests.PlanMutation;

/// <summary>What was done to an input.</summary>
internal enum MutationKind
{
    /// <summary>It is gone, and AWS takes its default.</summary>
    Removed,

    /// <summary>It is there and says nothing.</summary>
    Emptied,

    /// <summary>The opposite, or the next one of AWS's words for it, or what the same input is elsewhere.</summary>
    Flipped,

    /// <summary>The next smaller number.</summary>
    Smaller,

    /// <summary>The next larger number.</summary>
    Larger,

    /// <summary>It refers to another resource of the type: one of the stack, or a stranger where the stack has no other.</summary>
    Redirected,
}
