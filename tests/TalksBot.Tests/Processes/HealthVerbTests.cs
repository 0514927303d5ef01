using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>The verb that watches a worker from outside.</summary>
[Collection(nameof(ProcessTests))]
public sealed class HealthVerbTests : IDisposable
{
    private readonly TestDatabase _database = new();

    [Fact]
    public async Task A_running_worker_answers_that_all_is_well_and_one_that_stands_still_is_not_taken_for_a_living_one()
    {
        using var worker = await BotProcess.StartWorkerAsync(_database.File);

        var all = await BotProcess.RunAloneAsync(_database.Folder, "health", "--database", _database.File);
        var live = await RunAsync("--live");

        all.ShouldBeDone();
        all.Output.ShouldContain("The desk is well");
        live.ShouldBeDone();
        live.Output.ShouldBe("The worker works.\n");

        await worker.PauseAsync();
        (await RunAsync("--live")).ShouldSay(1, "answers: start it");
    }

    [Fact]
    public async Task Without_a_worker_it_fails_and_makes_nothing()
    {
        (await RunAsync()).ShouldSay(1, $"No worker on {_database.File} answers: start it, or name its database with --database.");
        (await RunAsync("--live")).ShouldSay(1, "No worker on ");

        Directory.EnumerateFileSystemEntries(_database.Folder).ShouldBeEmpty();
    }

    public void Dispose() => _database.Dispose();

    private Task<Ran> RunAsync(params string[] more) => BotProcess.RunAsync(_database.Folder, ["health", "--database", _database.File, .. more]);
}
