using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TalksBot.Mail.Tests;

/// <summary>Debian's <c>aiosmtpd</c> in a process of its own, which keeps the mails that it is handed.</summary>
internal sealed class DebianMailServer : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly string _folder = Directory.CreateTempSubdirectory("mail").FullName;
    private readonly Process _process;

    private DebianMailServer(bool isOpen)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var port = Port.ToString(CultureInfo.InvariantCulture);
        string[] guard = isOpen ? ["open"] : Certify();
        _process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "smtp_server.py"), _folder, .. guard, port])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public int Port { get; }

    /// <summary>The mails so far, with the envelope in a header.</summary>
    public IReadOnlyList<MimeKit.MimeMessage> Mails => [.. Directory.EnumerateFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeKit.MimeMessage.Load(file))];

    /// <summary>The mails so far, as they came.</summary>
    public IReadOnlyList<string> Raw => [.. Directory.EnumerateFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>Starts one, or skips the test with a sentence where the machine has none.</summary>
    /// <param name="isOpen">True for one that asks for neither TLS nor a password.</param>
    public static async Task<DebianMailServer> StartAsync(bool isOpen = false)
    {
        if (Environment.GetEnvironmentVariable("TALKSBOT_TEST_ALL") is not "1")
        {
            Assert.SkipUnless(await IsHereAsync(), "This machine has no mail server to try: install Debian's package python3-aiosmtpd.");
        }

        var server = new DebianMailServer(isOpen);
        (await server._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("ready");
        return server;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<bool> IsHereAsync()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var asked = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
        await asked.WaitForExitAsync(TestContext.Current.CancellationToken);
        return asked.ExitCode == 0;
    }

    /// <summary>A certificate of nobody in particular.</summary>
    private string[] Certify()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        string[] files = [Path.Combine(_folder, "certificate.pem"), Path.Combine(_folder, "key.pem")];
        File.WriteAllText(files[0], certificate.ExportCertificatePem());
        File.WriteAllText(files[1], key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
