namespace Infra.Fuzz;

/// <summary>A parser of ours, and the bytes that nobody has vetted.</summary>
/// <param name="Name">Also the name of its folder in <c>corpus/</c>.</param>
/// <param name="Parse">Reads them. It may refuse them as its documentation says; any exception that comes out of here is a fault.</param>
internal sealed record Target(string Name, Action<byte[]> Parse);
