using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>The load balancer's certificate, beside the listener that shows it.</summary>
internal static class CertificatePart
{
    private const string Certificate = "certificate";

    public static void Draw(Sheet sheet)
    {
        var listener = sheet[LoadBalancerPart.HttpsListener];
        var origin = CertificateText.Of(sheet.Architecture.Https.First.Certificate);
        sheet.Add(Writing.Beside(
            Certificate,
            listener.CenterY - (Rows.CardHeight / 2),
            FramePart.Region,
            Glyph.Certificate,
            "Certificate (ACM)",
            origin,
            origin.Replace("issued ", "", StringComparison.Ordinal)));
        sheet.ConnectHorizontally(LineKind.Traffic, Certificate, LoadBalancerPart.HttpsListener, listener.CenterY);
    }
}
