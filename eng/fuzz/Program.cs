using Infra.Fuzz;
using SharpFuzz;

// How long one input may take; afl-fuzz has a limit of its own.
var patience = TimeSpan.FromSeconds(10);

try
{
    switch (args)
    {
        case ["replay", var folder]:
            return Replay(folder);
        case ["fuzz", var name] when Targets.All.SingleOrDefault(target => target.Name == name) is { } target:
            Fuzzer.OutOfProcess.Run(stream => target.Parse(BytesOf(stream)));
            return 0;
        default:
            Console.Error.WriteLine("usage: Infra.Fuzz replay FOLDER | fuzz TARGET");
            return 2;
    }
}
finally
{
    Targets.CleanUp();
}

// Gives every file of FOLDER/TARGET to its target.
int Replay(string folder)
{
    var faults = 0;
    foreach (var target in Targets.All)
    {
        var files = Directory.GetFiles(Path.Combine(folder, target.Name));
        faults += files.Count(file => !Passes(target, file));
        Console.WriteLine($"{target.Name}: {files.Length} inputs");
        if (files.Length == 0)
            faults++;
    }

    return faults == 0 ? 0 : 1;
}

bool Passes(Target target, string file)
{
    var bytes = File.ReadAllBytes(file);
    try
    {
        if (Task.Run(() => target.Parse(bytes)).Wait(patience))
            return true;
        Console.WriteLine($"FAIL {file}: not read within {patience.TotalSeconds} s");
    }
    catch (AggregateException fault)
    {
        Console.WriteLine($"FAIL {file}: {fault.InnerException}");
    }

    return false;
}

static byte[] BytesOf(Stream stream)
{
    using var copy = new MemoryStream();
    stream.CopyTo(copy);
    return copy.ToArray();
}
