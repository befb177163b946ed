using System.Buffers.Binary;

namespace Infra.Applications;

/// <summary>What a program was built for, as the head of its file says.</summary>
/// <param name="System">The operating system.</param>
/// <param name="Processor">The processor, by .NET's name for it; none where any will do, or the head does not say.</param>
public sealed record ProgramPlatform(string System, string? Processor)
{
    /// <summary>As many bytes of a file as have to be known.</summary>
    public const int HeadLength = 20;

    /// <summary>What servers run.</summary>
    public const string Linux = "Linux";

    /// <summary>Apple's.</summary>
    public const string MacOS = "macOS";

    /// <summary>Microsoft's.</summary>
    public const string Windows = "Windows";

    /// <summary>Intel and AMD, of 64 bits.</summary>
    public const string X64 = "x64";

    /// <summary>Arm of 64 bits: AWS Graviton, Apple's own.</summary>
    public const string Arm64 = "arm64";

    private const string Other = "another processor";

    /// <summary>The platform of a program; none for what is no program of a processor: a script, data.</summary>
    /// <param name="head">The first bytes of the file.</param>
    public static ProgramPlatform? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] when head.Length >= HeadLength => new(Linux, ElfProcessor(head)),
        // https://github.com/apple-oss-distributions/xnu/blob/main/EXTERNAL_HEADERS/mach-o/loader.h, cputype.
        [0xCF, 0xFA, 0xED, 0xFE, 0x07, ..] => new(MacOS, X64),
        [0xCF, 0xFA, 0xED, 0xFE, 0x0C, ..] => new(MacOS, Arm64),
        [(byte)'M', (byte)'Z', ..] => new(Windows, null),
        _ => null,
    };

    /// <summary>Whether a machine can run it.</summary>
    public bool RunsOn(ProgramPlatform machine) => System == machine.System && (Processor is null || Processor == machine.Processor);

    /// <inheritdoc/>
    public override string ToString() => Processor is null ? System : $"{System} on {Processor}";

    // e_machine, which in a program of the other byte order reads as one that is none of these:
    // https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html.
    private static string ElfProcessor(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadUInt16LittleEndian(head[18..]) switch
    {
        0x3E => X64,
        0xB7 => Arm64,
        0x03 => "x86",
        0x28 => "arm",
        0xF3 => "riscv64",
        _ => Other,
    };
}
