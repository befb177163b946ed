namespace Infra.Cli.Tests.Live.Verify.Judges;

/// <summary>How a server is set up for TLS.</summary>
/// <param name="Name">What is special.</param>
/// <param name="Program">Which server.</param>
/// <param name="Configuration">Its configuration file, if it has one.</param>
/// <param name="Arguments">Its command line.</param>
/// <param name="IsEcdsa">Whether its certificate is for ECDSA; for RSA otherwise.</param>
internal sealed record TlsSetup(string Name, string Program, string Configuration, IReadOnlyList<string> Arguments, bool IsEcdsa)
{
    // Above level 0 OpenSSL leaves most of it out.
    private const string Everything = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

    public static IReadOnlyList<TlsSetup> All { get; } =
    [
        Nginx("hardened", "TLSv1.2 TLSv1.3", "ECDHE+AESGCM:ECDHE+CHACHA20"),
        Nginx("ECDSA", "TLSv1.2 TLSv1.3", "ECDHE+AESGCM", isEcdsa: true),
        Nginx("old versions with CBC and Camellia", "TLSv1 TLSv1.1 TLSv1.2", "ECDHE-RSA-AES128-SHA:CAMELLIA:@SECLEVEL=0"),
        HaProxy("hardened", "ssl-min-ver TLSv1.2 ciphers ECDHE+AESGCM"),
        HaProxy("TLS 1.3 alone", "ssl-min-ver TLSv1.3"),
        HaProxy("NULL and keys by RSA", "ssl-min-ver TLSv1.2 ciphers NULL-SHA256:AES128-GCM-SHA256:@SECLEVEL=0"),
        Apache("everything", "all", Everything),
        Apache("DHE alone", "TLSv1.2", "DHE+AESGCM:DHE+AESCCM"),
        OpenSsl("everything", "-cipher", Everything),
        OpenSsl("NULL alone", "-tls1_2", "-cipher", "eNULL:@SECLEVEL=0"),
        OpenSsl("anonymous alone", "-tls1_2", "-nocert", "-cipher", "aNULL:@SECLEVEL=0"),
        OpenSsl("Camellia and ARIA", "-tls1_2", "-cipher", "CAMELLIA:ARIA"),
        OpenSsl("TLS 1.0 alone", "-tls1", "-cipher", "DEFAULT:@SECLEVEL=0"),
        OpenSsl("PSK", "-tls1_2", "-psk", "1234", "-cipher", "PSK:@SECLEVEL=0"),
        OpenSsl("DH of 1024 bits", "-tls1_2", "-dhparam", "@FOLDER@/dh.pem", "-cipher", "DHE+AESGCM:@SECLEVEL=0"),
        OpenSsl("another curve", "-tls1_2", "-groups", "P-384", "-cipher", "ECDHE+AESGCM"),
        GnuTls("normal", "NORMAL"),
        GnuTls("anonymous, NULL and old versions", "NORMAL:+ANON-ECDH:+ANON-DH:+NULL:+VERS-TLS1.0:+VERS-TLS1.1"),
        GnuTls("secure", "SECURE256:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.3:%SERVER_PRECEDENCE", isEcdsa: true),
    ];

    public override string ToString() => $"{Program}: {Name}";

    private static TlsSetup Nginx(string name, string protocols, string ciphers, bool isEcdsa = false) => new(
        name,
        "nginx",
        $$"""
        {{OtherServers.Nginx.Preamble}}
          ssl_protocols {{protocols}};
          ssl_ciphers {{ciphers}};
          server {
            listen 127.0.0.1:@PORT@ ssl;
            ssl_certificate @FOLDER@/site.pem;
            ssl_certificate_key @FOLDER@/site.pem;
            return 204;
          }
        }
        """,
        ["-p", "@FOLDER@", "-e", "stderr", "-c", "@FOLDER@/server.conf"],
        isEcdsa);

    private static TlsSetup HaProxy(string name, string bind) => new(
        name,
        "haproxy",
        $"""
        global
          maxconn 256
        defaults
          mode http
          timeout client 30s
          timeout http-request 30s
        frontend https
          bind 127.0.0.1:@PORT@ ssl crt @FOLDER@/site.pem {bind}
          http-request return status 204
        """,
        ["-db", "-f", "@FOLDER@/server.conf"],
        IsEcdsa: false);

    // Without User it would not start as root, and as anybody else it warns of it.
    private static TlsSetup Apache(string name, string protocols, string ciphers) => new(
        name,
        "apache2",
        $"""
        ServerRoot /usr/lib/apache2
        ServerName localhost
        PidFile @FOLDER@/pid
        Mutex file:@FOLDER@ default
        ErrorLog /dev/stderr
        User nobody
        Group nogroup
        LoadModule mpm_event_module modules/mod_mpm_event.so
        LoadModule authz_core_module modules/mod_authz_core.so
        LoadModule ssl_module modules/mod_ssl.so
        Listen 127.0.0.1:@PORT@
        SSLEngine on
        SSLCertificateFile @FOLDER@/site.pem
        SSLProtocol {protocols}
        SSLCipherSuite {ciphers}
        """,
        ["-X", "-f", "@FOLDER@/server.conf"],
        IsEcdsa: false);

    private static TlsSetup OpenSsl(string name, params string[] options) => new(
        name,
        "openssl",
        "",
        ["s_server", "-accept", "127.0.0.1:@PORT@", "-quiet", .. Certified(options), .. options],
        IsEcdsa: false);

    private static string[] Certified(string[] options) => options.Contains("-nocert") ? [] : ["-cert", "@FOLDER@/site.pem"];

    private static TlsSetup GnuTls(string name, string priority, bool isEcdsa = false) => new(
        name,
        "gnutls-serv",
        "",
        [
            "--http", "--quiet", "--port", "@PORT@", "--priority", priority,
            "--x509certfile", "@FOLDER@/site.pem", "--x509keyfile", "@FOLDER@/site.pem",
        ],
        isEcdsa);
}
