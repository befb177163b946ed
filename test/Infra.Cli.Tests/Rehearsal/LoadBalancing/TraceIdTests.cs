using Infra.Cli.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

[TestFixture]
internal sealed class TraceIdTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(0x67891233);

    [TestCase(null)]
    [TestCase("")]
    public void Request_WithoutATrace_GetsARoot(string? received) =>
        Assert.That(TraceId.For(received, Now), Does.Match("^Root=1-67891233-[0-9a-f]{24}$"));

    [Test]
    public void Request_WithATrace_GetsASelfInFrontOfIt() =>
        Assert.That(
            TraceId.For("Root=1-67891233-abcdef012345678912345678;CalledFrom=app", Now),
            Does.Match("^Self=1-67891233-[0-9a-f]{24};Root=1-67891233-abcdef012345678912345678;CalledFrom=app$"));

    [Test]
    public void Request_WithASelf_GetsAnotherInItsPlace() =>
        Assert.That(
            TraceId.For("Self=1-00000000-abcdef012345678912345678;Root=1-67891233-abcdef012345678912345678", Now),
            Does.Match("^Self=1-67891233-[0-9a-f]{24};Root=1-67891233-abcdef012345678912345678$"));

    [Test]
    public void Roots_AtTheSameTime_Differ() => Assert.That(Enumerable.Range(0, 10).Select(_ => TraceId.For(null, Now)), Is.Unique);
}
