using Generator;
using Generator.Schema;

if (args is not [var schemaPath, var listPath, var version, var directory])
{
    Console.Error.WriteLine("usage: Generator SCHEMA.json LIST.txt VERSION OUTPUT-DIRECTORY");
    return 2;
}

try
{
    var schema = SchemaFile.Read(schemaPath, version);
    CoverageList.Read(listPath).RequireIn(schema, schemaPath);
    new Sdk(schema).WriteTo(directory);
    return 0;
}
catch (SchemaException e)
{
    // MSBuild's own format of an error, so that a build shows it as one, with the file to open.
    Console.Error.WriteLine($"{e.Location}: error STANDIN: {e.Message}");
    return 1;
}
