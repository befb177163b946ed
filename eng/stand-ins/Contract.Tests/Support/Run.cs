using Moq;
using NUnit.Framework.Constraints;

namespace Contract.Tests.Support;

/// <summary>Runs a program body under mocks.</summary>
internal static class Run
{
    public static Task<ImmutableArray<Resource>> Update(IMocks mocks, Action program) =>
        Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, program);

    public static Task<T> Update<T>(IMocks mocks, Func<T> program) => As(new TestOptions { IsPreview = false }, mocks, program);

    public static Task<T> Preview<T>(IMocks mocks, Func<T> program) => As(new TestOptions { IsPreview = true }, mocks, program);

    /// <summary>Runs a stack that the test itself constructs, the way a program with injected settings does.</summary>
    public static Task<ImmutableArray<Resource>> StackOf(IMocks mocks, Func<Stack> create)
    {
        var services = new Mock<IServiceProvider>();
        services.Setup(provider => provider.GetService(typeof(Stack))).Returns(create);
        return Deployment.TestWithServiceProviderAsync<Stack>(mocks, services.Object);
    }

    /// <summary>Expects exactly one engine error, whose text meets the constraint.</summary>
    public static Task Fails(Func<Task> run, Constraint message) =>
        Assert.ThatAsync(run, Throws.TypeOf<RunException>().With.InnerException.Null.And.Message.Matches(message));

    public static Task Fails(IMocks mocks, Action program, Constraint message) => Fails(() => Update(mocks, program), message);

    public static Task Fails(Action program, Constraint message) => Fails(new RecordingMocks(), program, message);

    private static async Task<T> As<T>(TestOptions options, IMocks mocks, Func<T> program)
    {
        T result = default!;
        await Deployment.TestAsync(mocks, options, () => { result = program(); });
        return result;
    }
}
