namespace Infra.Packing;

/// <summary>One reason why a folder can't be shipped to servers.</summary>
/// <param name="Rule">What the folder must be.</param>
/// <param name="Got">What it is instead.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record FolderProblem(string Rule, string Got, string Mend);
