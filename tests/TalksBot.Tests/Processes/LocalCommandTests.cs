using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using TalksBot.LocalCommands;
using TalksBot.Storage.Opening;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>Commands from the shell beside a running worker: it carries them out itself, once, and nobody else may ask it to.</summary>
[Collection(nameof(ProcessTests))]
public sealed class LocalCommandTests : IDisposable
{
    private const string Open = "/talks open autos \"Autos\"";
    private readonly TestDatabase _database = new();

    [Fact]
    public async Task The_worker_carries_out_what_is_said_and_answers_for_its_screen()
    {
        using var worker = await BotProcess.StartWorkerAsync(_database.File);

        var opened = await SayAsync(Open);
        var refused = await SayAsync("/talks status nosuch");

        opened.ShouldBeDone();
        opened.Output.ShouldContain("─");
        opened.Output.ShouldContain("Opened autos");
        refused.ShouldRefuse("No talks have that name");
        await worker.InterruptAsync();
        File.Exists(SocketFile).ShouldBeFalse();
    }

    [Fact]
    public async Task The_socket_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var worker = await BotProcess.StartWorkerAsync(_database.File);

        File.Exists(SocketFile).ShouldBeTrue();
        PrivateFiles.Exposed(_database.File).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_a_killed_worker_left_its_socket_commands_are_carried_out_and_the_next_worker_takes_it_over()
    {
        using (var killed = await BotProcess.StartWorkerAsync(_database.File))
        {
            await SayAsync(Open);
            await killed.KillAsync();
        }

        File.Exists(SocketFile).ShouldBeTrue();
        (await SayAsync("/talks open steel \"Steel\"")).ShouldBeDone();
        using var next = await BotProcess.StartWorkerAsync(_database.File);
        (await TalkAsync(Command("/talks status steel")))!.Text.ShouldContain("Steel");
    }

    [Fact]
    public async Task What_a_worker_carried_out_without_an_answer_is_not_carried_out_again()
    {
        (await SayAsync(Open)).ShouldBeDone();
        await using var desk = await QueuedBurst.OpenAsync(_database);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(SocketFile));
        listener.Listen();
        var taken = TakeAsync();

        var said = await SayAsync("/talks update add autos tier:official \"They meet again\" \"a US official\"");
        await taken;

        said.ShouldBeDone();
        said.Output.ShouldContain("carried out already");

        async Task TakeAsync()
        {
            using var visitor = await listener.AcceptAsync(TestContext.Current.CancellationToken);
            await using var stream = new NetworkStream(visitor, ownsSocket: false);
            var command = (await JsonSerializer.DeserializeAsync(stream, LocalJson.Default.LocalCommand, TestContext.Current.CancellationToken))!;
            await desk.AskAsync(command.Line, command.Key);
        }
    }

    [Fact]
    public async Task Whatever_else_comes_over_the_socket_is_no_command_and_does_no_harm()
    {
        string[] rubbish = ["", "GET / HTTP/1.1\r\n\r\n", "{\"Line\":17}", "null", new('x', LocalCommand.MostBytes + 1)];
        using var worker = await BotProcess.StartWorkerAsync(_database.File);

        foreach (var words in rubbish)
        {
            (await TalkAsync(Encoding.UTF8.GetBytes(words))).ShouldBeNull();
        }

        (await TalkAsync(Command("/talks list")))!.ExitCode.ShouldBe(0);
        await worker.InterruptAsync();
        (await worker.ErrorsAsync()).ShouldNotContain("   at ");
    }

    public void Dispose() => _database.Dispose();

    private string SocketFile => LocalCommand.SocketOf(_database.File)!;

    private Task<Ran> SayAsync(string line) => BotProcess.RunAsync(_database.Folder, "say", line, "--yes", "--database", _database.File);

    private static byte[] Command(string line) =>
        JsonSerializer.SerializeToUtf8Bytes(new LocalCommand(line, HasAgreed: true, line, AsJson: false, Width: 80, Colour: false), LocalJson.Default.LocalCommand);

    /// <summary>Says something to the worker as another program would.</summary>
    private async Task<LocalAnswer?> TalkAsync(byte[] words)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketFile), TestContext.Current.CancellationToken);
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        try
        {
            await stream.WriteAsync(words, TestContext.Current.CancellationToken);
            socket.Shutdown(SocketShutdown.Send);
            return await JsonSerializer.DeserializeAsync(stream, LocalJson.Default.LocalAnswer, TestContext.Current.CancellationToken);
        }
        catch (Exception shut) when (shut is IOException or SocketException or JsonException)
        {
            return null;
        }
    }
}
