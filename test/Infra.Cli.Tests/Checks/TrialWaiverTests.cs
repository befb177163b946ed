using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>What is accepted of a plan that does not tell all.</summary>
internal sealed class TrialWaiverTests
{
    private const string WithItsFirewall = "waf is not true";
    private const string PerhapsAccepted = "is wrong; can't be judged: its configuration, which may accept that, is not known";

    private static readonly Control Wrong = TrialPlan.Control((_, _) => "is wrong", "large");

    // Settings that nobody knows may accept it, unless the waiver is not for it anyway.
    [TestCase("thing-size", "large", "", WithItsFirewall, true)]
    [TestCase("thing-size", "large", "", "waf is true", true)]
    [TestCase("thing-size", "large", "here", WithItsFirewall, true)]
    [TestCase("thing-size", "large", "elsewhere", WithItsFirewall, false)]
    [TestCase("thing-size", "open", "", WithItsFirewall, false)]
    [TestCase("thing-weight", "large", "", WithItsFirewall, false)]
    [TestCase("thing-size", "large", "elsewhere", "", false)]
    public void Failure_OfAPlanWithoutItsConfiguration_IsOpenIfItsSettingsMayAcceptIt(
        string control, string resource, string stack, string when, bool isOpen)
    {
        var plan = TrialPlan.Of(isConfigurationKnown: false);
        var (outcome, problem) = isOpen ? (ControlOutcome.NotKnown, PerhapsAccepted) : (ControlOutcome.Fail, "is wrong");
        var expected = new[] { ("large", outcome, problem) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(TrialPlan.Said(plan, Wrong, Waiver(control, resource, stack, when)), Is.EqualTo(expected));
            Assert.That(
                TrialPlan.Said(plan, Wrong, Waiver("another", resource, stack, when), Waiver(control, resource, stack, when)),
                Is.EqualTo(expected));
        }
    }

    [TestCase("", "", ControlOutcome.Waived)]
    [TestCase("here", "", ControlOutcome.Waived)]
    [TestCase("elsewhere", "", ControlOutcome.Fail)]
    [TestCase("", WithItsFirewall, ControlOutcome.Waived)]
    [TestCase("", "waf is true", ControlOutcome.Fail)]
    [TestCase("here", "waf is true", ControlOutcome.Fail)]
    [TestCase("elsewhere", WithItsFirewall, ControlOutcome.Fail)]
    public void Failure_OfAPlanWithItsConfiguration_IsWaivedIfThatAcceptsIt(string stack, string when, ControlOutcome expected) =>
        Assert.That(
            TrialPlan.Said(TrialPlan.Of(), Wrong, Waiver("thing-size", "large", stack, when)),
            Is.EqualTo(new[] { ("large", expected, "is wrong") }));

    [TestCase("", ControlOutcome.Waived)]
    [TestCase("here", ControlOutcome.Waived)]
    [TestCase("elsewhere", ControlOutcome.Fail)]
    public void Failure_OfAPlanWithoutItsConfiguration_IsWaivedByWhatIsForAnySettings(string stack, ControlOutcome expected) => Assert.That(
        TrialPlan.Said(TrialPlan.Of(isConfigurationKnown: false), Wrong, Waiver("thing-size", "large", stack, "")),
        Is.EqualTo(new[] { ("large", expected, "is wrong") }));

    // Whichever way it comes out, it is accepted.
    [Test]
    public void WhatIsNotKnown_WithAWaiver_IsWaived()
    {
        var control = TrialPlan.Control((node, _) => node.Text("size"), "open");
        var subjects = new Subjects("large", graph => graph.Nodes.Where(node => node.Text("size") == "3"));
        var waiver = Waiver("thing-size", "open", "", "");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(TrialPlan.Said(TrialPlan.Of(), control, waiver), Is.EqualTo(new[]
            {
                ("open", ControlOutcome.Waived, "can't be judged: size is not known yet"),
            }));
            Assert.That(
                TrialPlan.Said(TrialPlan.Of(), Wrong with { On = subjects }, waiver with { Resources = ["large", "open"] }),
                Is.EqualTo(new[]
                {
                    ("large", ControlOutcome.Waived, "is wrong"),
                    ("open", ControlOutcome.Waived, "can't be judged: size is not known yet"),
                }));
        }
    }

    private static Waiver Waiver(string control, string resource, string stack, string when)
    {
        var condition = SettingsCondition.Always;
        if (when.Length > 0)
            Assert.That(SettingsCondition.Read(when, out condition), Is.Null);
        return new()
        {
            ControlId = control,
            Resources = [resource],
            Stacks = new(stack.Length > 0 ? [stack] : [], condition),
            Reason = "It is known.",
            File = WaiverFile.ProjectPath,
            Line = 1,
        };
    }
}
