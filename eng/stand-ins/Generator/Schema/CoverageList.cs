namespace Generator.Schema;

/// <summary>The tokens that an SDK must have: one a line, <c>#</c> begins a comment.</summary>
internal sealed class CoverageList
{
    private readonly string _path;
    private readonly List<(int Line, string Token)> _tokens;

    private CoverageList(string path, List<(int, string)> tokens)
    {
        _path = path;
        _tokens = tokens;
    }

    /// <exception cref="SchemaException">The list cannot be read.</exception>
    public static CoverageList Read(string path)
    {
        try
        {
            var tokens = File.ReadAllLines(path)
                .Select((text, index) => (Line: index + 1, Token: text.Split('#')[0].Trim()))
                .Where(entry => entry.Token.Length > 0);
            return new CoverageList(path, [.. tokens]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException(path, null, $"the list of resources cannot be read ({e.Message}); restore it from git");
        }
    }

    /// <exception cref="SchemaException">A token is not in <paramref name="schema"/>.</exception>
    public void RequireIn(PackageSchema schema, string schemaPath)
    {
        string[] known = [.. schema.Resources.Keys, .. schema.Functions.Keys, $"pulumi:providers:{schema.Name}"];
        foreach (var (line, token) in _tokens)
        {
            if (known.Contains(token))
                continue;

            throw new SchemaException(_path, line,
                $"every token must be in {Path.GetFileName(schemaPath)}, but '{token}' is not; "
                + "correct it if it is misspelt, run eng/stand-ins/schema/update if it is new");
        }
    }
}
