using System.Text.Json;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>The founding case on a fast clock, as a stranger runs it.</summary>
[Collection(nameof(ProcessTests))]
public sealed class DemoTests : IDisposable
{
    private static readonly string[] Promised = ["at", "due", "channel", "kind", "talks", "subject", "rung", "priority", "late", "reference", "text"];
    private static readonly string[] Sometimes = ["edited", "again", "mention"];
    private readonly TestDatabase _folder = new();

    [Fact]
    public async Task Tells_the_whole_case_in_lines_with_the_promised_fields()
    {
        var ran = await BotProcess.RunAloneAsync(_folder.Folder, "demo", "--format", "json", "--speed", "1000000");

        var posts = Posts(ran);
        ran.ExitCode.ShouldBe(0, ran.Error);
        posts.ShouldAllBe(post => post.EnumerateObject().Select(field => field.Name).Except(Sometimes).SequenceEqual(Promised));
        posts.Count(post => Text(post, "kind") == "correction").ShouldBe(3);
        posts.Count(post => post.GetProperty("subject").GetString() == "#9" && Text(post, "kind") == "update").ShouldBe(3);
        var outcomes = posts.Where(post => Text(post, "kind") == "outcome").ToList();
        outcomes.Select(post => Text(post, "channel")).Order().ShouldBe(["terminal:desk", "terminal:tokyo", "terminal:washington"]);
        posts.SkipWhile(post => Text(post, "kind") != "outcome").ShouldNotContain(post => Text(post, "kind") == "countdown");
        Digests(posts, "terminal:washington").ShouldAllBe(due => due.EndsWith("T12:00:00Z", StringComparison.Ordinal));
        Digests(posts, "terminal:tokyo").ShouldAllBe(due => due.EndsWith("T23:00:00Z", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_only_the_window_that_was_asked_for()
    {
        var ran = await PlayAsync("demo", "--format", "json", "--speed", "1000000", "--from", "1995-06-27T12:00Z", "--to", "1995-06-27T14:00Z");

        var times = Posts(ran).Select(post => Text(post, "at")).ToList();
        ran.ExitCode.ShouldBe(0, ran.Error);
        times.ShouldNotBeEmpty();
        times.ShouldAllBe(at => string.CompareOrdinal(at, "1995-06-27T12:00:00Z") >= 0 && string.CompareOrdinal(at, "1995-06-27T14:00:00Z") <= 0);
    }

    [Fact]
    public async Task Replays_what_was_exported()
    {
        await using (var desk = await QueuedBurst.OpenAsync(_folder))
        {
            await desk.FillAsync(1, 1);
        }

        var exported = await BotProcess.RunAsync(_folder.Folder, "export", "--output", "burst.json", "--database", _folder.File);
        var ran = await PlayAsync("replay", "burst.json", "--format", "json", "--speed", "1000000");

        exported.ShouldBeDone();
        ran.ExitCode.ShouldBe(0, ran.Error);
        Posts(ran).Count(post => Text(post, "kind") == "update").ShouldBe(1);
    }

    [Fact]
    public async Task Replays_a_night_with_a_kill_an_undo_and_a_rejected_flash()
    {
        string[] said =
        [
            "open steel \"Steel talks\" follow:no zone:Geneva", "follow add steel channel:terminal:desk digest:none", "deadline add steel \"in 30h\" \"quotas\"",
            "update add steel \"First word\" \"a US official\" tier:official", "update kill steel #1 \"not so\"",
            "update add steel \"A slip\" \"a US official\" tier:official", "undo",
            "update add steel \"They agree\" \"a US official\" tier:official priority:flash", "update reject steel #3",
            "update add steel \"Last word\" \"a US official\" tier:official", "update correct steel #4 \"The very last word\"", "deadline move steel D1 +1h note:\"They go on.\"",
        ];
        foreach (var line in said)
        {
            (await BotProcess.RunAsync(_folder.Folder, "say", $"/talks {line}", "--yes", "--database", _folder.File)).ShouldBeDone();
        }

        var exported = await BotProcess.RunAsync(_folder.Folder, "export", "--output", "night.json", "--database", _folder.File);
        var ran = await PlayAsync("replay", "night.json", "--format", "json", "--speed", "1000000000");

        exported.ShouldBeDone();
        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Error.ShouldContain("Lost: 0");
        Posts(ran).ShouldContain(post => Text(post, "kind") == "correction" && Text(post, "text").Contains("The very last word"));
        ran.Output.ShouldNotContain("A slip");
        ran.Output.ShouldNotContain("They agree");
    }

    [Fact]
    public async Task Says_that_there_is_no_file_to_replay() =>
        (await PlayAsync("replay", "nosuch.json")).ShouldSay(1, "There is no file nosuch.json; check the path");

    [Fact]
    public async Task Ends_quietly_when_it_is_interrupted()
    {
        using var demo = BotProcess.Begin(_folder.Folder, Surroundings.With("TMPDIR", _folder.Folder), "demo");
        await demo.LineAsync(_ => true);

        var took = await demo.InterruptAsync();

        took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        demo.ExitCode.ShouldNotBe(0);
        (await demo.ErrorsAsync()).ShouldNotContain("   at ");
        (await demo.ErrorsAsync()).ShouldNotContain("Exception");
        Directory.EnumerateDirectories(_folder.Folder, "talksbot-*").ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static List<JsonElement> Posts(Ran ran) =>
        [.. ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static List<string> Digests(List<JsonElement> posts, string channel)
    {
        var due = posts.Where(post => Text(post, "kind") == "digest" && Text(post, "channel") == channel).Select(post => Text(post, "due")).ToList();
        due.ShouldNotBeEmpty();
        return due;
    }

    private static string Text(JsonElement post, string field) => post.GetProperty(field).GetString() ?? "";

    private Task<Ran> PlayAsync(params string[] arguments) => BotProcess.RunAsync(_folder.Folder, arguments);
}
