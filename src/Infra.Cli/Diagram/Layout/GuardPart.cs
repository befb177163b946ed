using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>What lets traffic in: the network ACLs at the edge of subnets, and the security groups of what stands in them.</summary>
internal static class GuardPart
{
    public const string Public = "public-guard";
    public const string Private = "private-guard";

    public static void Draw(Sheet sheet)
    {
        Draw(sheet, Public, sheet.Rows.PublicGuard, sheet.Architecture.PublicGuard);
        Draw(sheet, Private, sheet.Rows.PrivateGuard, sheet.Architecture.PrivateGuard);
    }

    private static void Draw(Sheet sheet, string name, (double Top, double Bottom) row, Admission guard) => sheet.Add(Writing.Card(
        name,
        BoxKind.Guard,
        Rect.Between(Columns.SpanLeft, row.Top, Columns.SpanRight, row.Bottom),
        FramePart.Vpc,
        Glyph.Guard,
        Words.Plain(guard.Acl),
        Words.Plain(guard.SecurityGroup)));
}
