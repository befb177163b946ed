namespace Infra.Cli.Documents;

/// <summary>Writes a part of a document, in Markdown, from what the stacks are now.</summary>
/// <param name="stacks">The stacks.</param>
/// <param name="drawings">What leads from the document's folder to the drawings, to be put before a file's name.</param>
internal delegate Task<string> Fragment(DocumentedStacks stacks, string drawings);
