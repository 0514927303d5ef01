using System.Net;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>The door for browsers, of the program as people run it.</summary>
[Collection(nameof(ProcessTests))]
public sealed class WallProcessTests : IDisposable
{
    private static readonly HttpClient Http = new();

    private readonly TestDatabase _database = new();
    private readonly int _port = FreePort.Find();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Uri Root => new($"http://127.0.0.1:{_port}");

    private Surroundings Listening => new()
    {
        Environment = new Dictionary<string, string> { ["TalksBot__Web__Enabled"] = "true", ["TalksBot__Web__Urls"] = Root.GetLeftPart(UriPartial.Authority) },
    };

    [Fact]
    public async Task Prints_where_the_wall_is_and_loads_the_server_with_the_first_visitor()
    {
        using var worker = await BotProcess.StartWorkerAsync(_database.File, Listening);
        (await MapsAsync(worker)).ShouldNotContain("AspNetCore");

        (await Http.GetStringAsync(new Uri(Root, "/health/live"), Token)).ShouldBe("live\n");

        (await MapsAsync(worker)).ShouldContain("Kestrel");
        (await worker.TerminateAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        worker.ExitCode.ShouldBe(0);
        var said = string.Join('\n', [.. worker.Opening, await worker.ErrorsAsync()]);
        said.ShouldMatch($"The wallboard: http://127.0.0.1:{_port}/wall/[0-9a-f]{{64}} ");
    }

    [Fact]
    public async Task Shows_the_founding_case_and_stays_when_it_is_over()
    {
        using var demo = BotProcess.Begin(_database.Folder, Listening, "demo", "--web", "--speed", "1000000000");

        while (!await LivesAsync())
        {
            demo.HasEnded.ShouldBeFalse();
            await Task.Delay(50, Token);
        }

        await demo.LineAsync(line => line.Contains("Twice", StringComparison.Ordinal));
        (await LivesAsync()).ShouldBeTrue();
        await demo.InterruptAsync();
        (await demo.ErrorsAsync()).ShouldContain("The story is over. The wall stays until Ctrl-C.");
    }

    [Fact]
    public async Task An_address_that_others_reach_must_be_meant()
    {
        var refused = await BotProcess.RunAsync(_database.Folder, Surroundings.With("TalksBot__Web__Urls", "http://0.0.0.0:8095"), "--database", _database.File);

        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("TalksBot:Web:Urls holds \"http://0.0.0.0:8095\", which others on the network reach; set TalksBot:Web:OpenToNetwork to true if that is meant");
    }

    public void Dispose() => _database.Dispose();

    private async Task<bool> LivesAsync()
    {
        try
        {
            return (await Http.GetAsync(new Uri(Root, "/health/live"), Token)).StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Task<string> MapsAsync(BotProcess worker) => File.ReadAllTextAsync($"/proc/{worker.Id}/maps", Token);
}
