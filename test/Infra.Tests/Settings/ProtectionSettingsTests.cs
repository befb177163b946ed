namespace Infra.Tests.Settings;

public sealed class ProtectionSettingsTests
{
    [TestCase("infra-dev-boundary")]
    [TestCase("web/team/limits")]
    [TestCase("A=b+c,d.e@f_g-1")]
    public void Accepts_PermissionsBoundary(string name) =>
        Assert.That(Given.Settings(("permissionsBoundary", name)).PermissionsBoundary, Is.EqualTo(name));

    [Test]
    public void PermissionsBoundary_NotSet_IsNone() => Assert.That(Given.Settings().PermissionsBoundary, Is.Null);

    // A placeholder of a policy or a wildcard would name more than one.
    [TestCase("arn:aws:iam::123456789012:policy/infra-dev-boundary")]
    [TestCase("/infra-dev-boundary")]
    [TestCase("team//limits")]
    [TestCase("team/")]
    [TestCase("infra-*")]
    [TestCase("<project>")]
    [TestCase("my boundary")]
    [TestCase("limits\n")]
    public void PermissionsBoundary_OfAnotherForm_SaysWhatToWrite(string name) =>
        Assert.That(Given.Problem(("permissionsBoundary", name)).Mend, Does.StartWith("write the name alone"));

    [Test]
    public void PermissionsBoundary_128Characters_IsAcceptedAnd129AreNot()
    {
        var accepted = $"team/{new string('a', 128)}";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Given.Settings(("permissionsBoundary", accepted)).PermissionsBoundary, Is.EqualTo(accepted));
            Assert.That(Given.Problem(("permissionsBoundary", $"{accepted}a")).Key, Is.EqualTo("infra:permissionsBoundary"));
        }
    }
}
