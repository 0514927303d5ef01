using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.House;

namespace TalksBot.Tests.Processes;

/// <summary>What systemd is told, and what it makes of the unit.</summary>
[Collection(nameof(ProcessTests))]
[UnsupportedOSPlatform("windows")]
public sealed class ServiceManagerTests : IDisposable
{
    private const string Analyzer = "/usr/bin/systemd-analyze";

    private readonly TestDatabase _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_hears_that_the_worker_is_ready_alive_and_stopping_within_five_seconds()
    {
        var path = Path.Combine(_database.Folder, "notify");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(path));
        var around = new Surroundings { Environment = new Dictionary<string, string> { ["NOTIFY_SOCKET"] = path, ["WATCHDOG_USEC"] = "2000000" } };

        using var worker = await BotProcess.StartWorkerAsync(_database.File, around);
        var ready = await HearAsync(manager);
        var alive = await HearAsync(manager);
        var took = await worker.TerminateAsync();
        var last = await HearAsync(manager);
        while (last == "WATCHDOG=1")
        {
            last = await HearAsync(manager);
        }

        (ready, alive, last).ShouldBe(("READY=1", "WATCHDOG=1", "STOPPING=1"));
        took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        worker.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_worker_that_nobody_listens_to_goes_on()
    {
        var around = Surroundings.With("NOTIFY_SOCKET", Path.Combine(_database.Folder, "nobody"));

        using var worker = await BotProcess.StartWorkerAsync(_database.File, around);
        await worker.TypeAsync("/talks open steel \"Steel talks\"");

        await worker.LineAsync(line => line.Contains("Opened steel", StringComparison.Ordinal));
        worker.HasEnded.ShouldBeFalse();
    }

    [Fact]
    public async Task Run_is_understood_as_a_verb()
    {
        using var worker = BotProcess.Begin(_database.Folder, new Surroundings(), "run", "--database", _database.File);
        await worker.TypeAsync("/talks open steel \"Steel talks\"");
        await worker.LineAsync(line => line.Contains("Opened steel", StringComparison.Ordinal));

        await worker.TerminateAsync();

        worker.ExitCode.ShouldBe(0);
        (await BotProcess.RunAloneAsync(_database.Folder, "run", "--nonsense")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task The_unit_is_sound()
    {
        var (output, error, code) = await AnalyzeAsync("verify", await UnitAsync());

        code.ShouldBe(0, output + error);
        (output + error).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_unit_leaves_little_to_harm()
    {
        // In tenths: 20 is an exposure of 2.0.
        var (output, error, code) = await AnalyzeAsync("security", "--offline=true", "--no-pager", "--threshold=20", await UnitAsync());

        code.ShouldBe(0, output + error);
    }

    public void Dispose() => _database.Dispose();

    /// <summary>The unit with a program that is on this machine.</summary>
    private async Task<string> UnitAsync()
    {
        var text = await File.ReadAllTextAsync(Checkout.File("deploy/talksbot.service"), Token);
        var unit = Path.Combine(_database.Folder, "talksbot.service");
        await File.WriteAllTextAsync(unit, text.Replace("/opt/talksbot/TalksBot", "/bin/true", StringComparison.Ordinal), Token);
        return unit;
    }

    private static async Task<(string Output, string Error, int Code)> AnalyzeAsync(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Analyzer), "This machine has no systemd-analyze.");
        using var process = Process.Start(new ProcessStartInfo(Analyzer, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return (await output, await error, process.ExitCode);
    }

    private static async Task<string> HearAsync(Socket manager)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var buffer = new byte[256];
        return Encoding.UTF8.GetString(buffer, 0, await manager.ReceiveAsync(buffer, patience.Token));
    }
}
