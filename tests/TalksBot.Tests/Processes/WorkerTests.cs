using System.Diagnostics;
using TalksBot.Core.Deliveries;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>The worker as people run it: stopped, started again, typed to, and with others beside it.</summary>
[Collection(nameof(ProcessTests))]
public sealed class WorkerTests : IDisposable
{
    private const int Channels = 20;
    private const int Updates = 20;
    private readonly TestDatabase _database = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stops_in_the_middle_of_a_burst_with_nothing_half_sent_and_goes_on(bool interrupted)
    {
        await using var desk = await QueuedBurst.OpenAsync(_database);
        await desk.FillAsync(Channels, Updates);
        using var first = await BotProcess.StartWorkerAsync(_database.File);
        await first.LineAsync(_ => true);

        var took = interrupted ? await first.InterruptAsync() : await first.TerminateAsync();

        took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await first.ErrorsAsync()).ShouldNotContain("   at ");
        first.ExitCode.ShouldBe(0);
        (await desk.CountAsync(row => row.State == DeliveryState.Sending)).ShouldBe(0);
        (await desk.CountAsync(row => row.State == DeliveryState.Sent)).ShouldBe(first.Lines.Count);

        using var second = await BotProcess.StartWorkerAsync(_database.File);
        while (await desk.CountAsync(row => row.State != DeliveryState.Sent) > 0)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await second.InterruptAsync();
        (first.Lines.Count + second.Lines.Count).ShouldBe(Channels * Updates);
    }

    [Fact]
    public async Task Answers_typed_lines_outlives_their_end_and_sends_what_another_process_says()
    {
        using var worker = await BotProcess.StartWorkerAsync(_database.File);
        await worker.TypeAsync("/talks open autos \"Autos\"");
        await worker.LineAsync(line => line.Contains("Opened autos", StringComparison.Ordinal));
        await worker.TypeAsync("/talks follow set autos digest:none");
        await worker.LineAsync(line => line.Contains("\"refused\":false", StringComparison.Ordinal) && line.Contains("follow", StringComparison.Ordinal));
        worker.EndInput();

        (await BotProcess.RunAsync(_database.Folder, "say", "/talks update add autos tier:official \"A deal is near\" \"a US official\"", "--database", _database.File)).ShouldBeDone();
        var clock = Stopwatch.StartNew();
        await worker.LineAsync(line => line.Contains("\"kind\":\"update\"", StringComparison.Ordinal));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        (await worker.InterruptAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    public void Dispose() => _database.Dispose();
}
