using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Mail.Tests;

/// <summary>Debian's <c>aiosmtpd</c> in a process of its own, which keeps the mails that it is handed.</summary>
internal sealed class DebianMailServer : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly string _folder;
    private readonly Process _process;

    private DebianMailServer(string folder, int port, string[] guard)
    {
        (_folder, Port) = (folder, port);
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "smtp_server.py"), folder, .. guard, port.ToString(CultureInfo.InvariantCulture)];
        _process = Process.Start(new ProcessStartInfo(Python, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    public int Port { get; }

    /// <summary>The mails so far, with the envelope in a header.</summary>
    public async Task<IReadOnlyList<MimeKit.MimeMessage>> MailsAsync() =>
        await Task.WhenAll(Directory.EnumerateFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeKit.MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken)));

    /// <summary>Starts one, or skips the test with a sentence where the machine has none.</summary>
    /// <param name="isOpen">True for one that asks for neither TLS nor a password.</param>
    public static async Task<DebianMailServer> StartAsync(bool isOpen = false)
    {
        if (Environment.GetEnvironmentVariable("TALKSBOT_TEST_ALL") is not "1")
        {
            Assert.SkipUnless(await IsHereAsync(), "This machine has no mail server to try: install Debian's package python3-aiosmtpd.");
        }

        var port = FreePort.Find();
        var folder = Directory.CreateTempSubdirectory("mail").FullName;
        var server = new DebianMailServer(folder, port, isOpen ? ["open"] : await CertifyAsync(folder));
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

        using var asked = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { UseShellExecute = false, RedirectStandardError = true })!;
        await asked.WaitForExitAsync(TestContext.Current.CancellationToken);
        return asked.ExitCode == 0;
    }

    /// <summary>A certificate of nobody in particular.</summary>
    private static async Task<string[]> CertifyAsync(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        string[] files = [Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem")];
        await File.WriteAllTextAsync(files[0], certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(files[1], key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        return files;
    }
}
