using Pulumi;

namespace Infra.Common;

/// <summary>Writes policy documents whose ARNs are not known before AWS has made them.</summary>
public static class PolicyDocument
{
    private const string Version = "2012-10-17";

    /// <summary>The JSON of a policy document with these statements, in this order.</summary>
    public static Output<string> Json(params PolicyStatement[] statements) =>
        Output.JsonSerialize(Output.Create(new Dictionary<string, object>
        {
            ["Version"] = Version,
            ["Statement"] = statements.Select(Elements).ToArray(),
        }));

    /// <summary>The policy by which a role trusts one AWS service.</summary>
    /// <param name="service">Its principal, e.g. <c>ec2.amazonaws.com</c>.</param>
    public static Output<string> TrustOf(string service) => Json(new PolicyStatement
    {
        Sid = "TrustTheService",
        Principals = new Dictionary<string, Input<string>> { ["Service"] = service },
        Actions = ["sts:AssumeRole"],
    });

    // A dictionary and not a record, since an element that is absent must not appear at all.
    private static Dictionary<string, object> Elements(PolicyStatement statement)
    {
        var elements = new Dictionary<string, object> { ["Sid"] = statement.Sid, ["Effect"] = statement.Effect };
        if (statement.Principals is { } principals)
            elements["Principal"] = principals;

        elements["Action"] = statement.Actions;
        if (statement.Resources is { } resources)
            elements["Resource"] = resources;

        if (statement.Conditions is { } conditions)
            elements["Condition"] = conditions;
        else if (statement.OneOf is { } oneOf)
            elements["Condition"] = new Dictionary<string, object> { ["StringEquals"] = oneOf };

        return elements;
    }
}
