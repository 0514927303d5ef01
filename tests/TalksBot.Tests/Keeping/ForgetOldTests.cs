using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Keeping;

/// <summary>What goes with the years, and what never goes.</summary>
public sealed class ForgetOldTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 12, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_years_rows_and_the_file_stay_flat()
    {
        var bot = await StartAsync("90d");
        var sizes = new List<(int Deliveries, int Moments, long File)>();
        for (var quarter = 0; quarter < 8; quarter++)
        {
            await RunTalksAsync(bot, $"talks-{quarter}");
            bot = await bot.RestartOnSamePlatformAsync(Duration.FromDays(90));
            await bot.ForgetOldAsync();
            sizes.Add((
                await bot.ReadAsync(db => db.Deliveries.CountAsync(Token)),
                await bot.ReadAsync(db => db.Moments.CountAsync(Token)),
                new FileInfo(bot.File).Length));
        }

        var (settled, later) = (sizes[3], sizes[4..]);
        later.ShouldAllBe(size => size.Deliveries <= settled.Deliveries && size.Moments <= settled.Moments);
        sizes[^1].File.ShouldBeLessThan(settled.File + (settled.File / 2));
        PostText.Write((await bot.SayAsync("/talks receipts")).Body).ShouldContain("Before these, and no longer kept: ");
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_kill_reaches_every_post_of_talks_that_are_open_however_old()
    {
        var bot = await StartAsync("90d");
        await bot.DoAsync("/talks open steel \"Steel talks\" follow:no zone:Geneva");
        await bot.DoAsync("/talks follow add steel channel:terminal:desk digest:08:00");
        await bot.DoAsync("/talks update add steel tier:official \"They walked out\" \"US officials\"");
        await bot.AdvanceAsync(Duration.FromDays(2));
        var showing = bot.Seen.Count(seen => seen.Text.Contains("They walked out", StringComparison.Ordinal));
        bot = await bot.RestartOnSamePlatformAsync(Duration.FromDays(100));
        await bot.ForgetOldAsync();

        await bot.DoAsync("/talks update kill steel #1 \"not so\"");
        await bot.AdvanceAsync(Duration.FromMinutes(5));

        showing.ShouldBeGreaterThanOrEqualTo(1);
        bot.Platform.Showing.ShouldNotContain(seen => seen.Text.Contains("They walked out", StringComparison.Ordinal));
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task What_waits_or_is_young_stays_and_alerts_of_open_talks_go()
    {
        var bot = await StartAsync("90d");
        await bot.DoAsync("/talks open steel \"Steel talks\" follow:no zone:Geneva");
        await bot.DoAsync("/talks follow add steel channel:terminal:desk digest:none ladder:\"1h, 0\"");
        await bot.DoAsync("/talks deadline add steel \"in 2h\" \"tariffs\"");
        await bot.AdvanceAsync(Duration.FromHours(5));
        await bot.DoAsync("/talks deadline met steel D1");
        await bot.SettleAsync();
        bot = await bot.RestartOnSamePlatformAsync(Duration.FromDays(80));
        var young = await CountAsync(bot);
        await bot.ForgetOldAsync();
        (await CountAsync(bot)).ShouldBe(young);
        bot.Platform.IsDown = true;
        await bot.DoAsync("/talks update add steel tier:official \"They walked out\" \"US officials\"");
        bot = await bot.RestartOnSamePlatformAsync(Duration.FromDays(100));

        await bot.ForgetOldAsync();

        (await bot.ReadAsync(db => db.Deliveries.CountAsync(delivery => delivery.Kind == DeliveryKind.Countdown, Token))).ShouldBe(0);
        (await bot.ReadAsync(db => db.Deliveries.SingleAsync(delivery => delivery.Kind == DeliveryKind.Update, Token))).State.ShouldNotBe(DeliveryState.Sent);
        (await bot.ReadAsync(db => db.Moments.CountAsync(moment => moment.State != MomentState.Open, Token))).ShouldBe(0);
        (await bot.SayAsync("/talks audit steel")).Body.Heading.ShouldBe("Audit: 6 changes");
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task None_keeps_everything()
    {
        var bot = await StartAsync("none");
        await RunTalksAsync(bot, "steel");
        bot = await bot.RestartOnSamePlatformAsync(Duration.FromDays(2000));
        var before = await CountAsync(bot);

        await bot.ForgetOldAsync();

        (await CountAsync(bot)).ShouldBe(before);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Talks_that_ended_long_ago_can_be_opened_again_and_go_on()
    {
        var bot = await StartAsync("90d");
        await RunTalksAsync(bot, "steel");
        bot = await bot.RestartOnSamePlatformAsync(Duration.FromDays(200));
        await bot.ForgetOldAsync();
        (await CountAsync(bot)).ShouldBe(0);

        await bot.DoAsync("/talks reopen steel");
        await bot.DoAsync("/talks deadline add steel \"in 2h\" \"more tariffs\"");
        await bot.AdvanceAsync(Duration.FromHours(2));

        bot.Seen[^1].Text.ShouldContain("more tariffs");
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Of_talks_that_ended_the_parts_of_updates_stay_whatever_was_typed_and_all_others_go()
    {
        var bot = await StartAsync("90d");
        await bot.DoAsync("/talks open steel \"Steel talks\" follow:no zone:Geneva");
        await bot.DoAsync("/talks update add steel tier:official \"They walked out\" \"US officials\"");
        await bot.DoAsync("/talks deadline add steel \"in 30h\" \"an /talks update of the terms\"");
        var undo = (await bot.SayAsync("/talks update correct steel #1 \"They stayed\"")).Body.Buttons.First(button => button.Label == "Undo").Command;
        await bot.DoAsync(undo);
        await bot.DoAsync("/talks close steel");
        bot = await bot.RestartOnSamePlatformAsync(Duration.FromDays(200));

        await bot.ForgetOldAsync();

        var acts = await bot.ReadAsync(db => db.Acts.OrderBy(act => act.Id).ToListAsync(Token));
        acts.Where(act => act.Parts.Count > 0).Select(act => act.Command).ShouldBe(["update add", "update correct"]);
        acts.Count.ShouldBe(6);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task The_terminals_transcript_is_trimmed_with_the_rest_but_for_what_a_kill_may_have_to_reach()
    {
        var clock = new SimulatedClock(Start);
        var folder = Directory.CreateTempSubdirectory("transcript");
        var file = Path.Combine(folder.FullName, "terminal.jsonl");
        using var transcript = new TerminalTranscript(file);
        using var terminal = new TerminalPlatform(transcript, new TerminalScreen(TextWriter.Null), new JsonRenderer(), clock);
        var bot = await TestBot.StartAsync(clock, new BotSurroundings { Settings = [new($"{StorageOptions.Section}:Keep", "90d")], Others = [terminal] });
        await RunTalksAsync(bot, "ended");
        await bot.DoAsync("/talks open steel \"Steel talks\" zone:Geneva");
        await bot.DoAsync("/talks update add steel tier:official \"They walked out\" \"US officials\"");
        await bot.SettleAsync();
        var before = new FileInfo(file).Length;
        bot = await bot.RestartAsync(Duration.FromDays(200));

        await bot.ForgetOldAsync();

        var kept = await File.ReadAllTextAsync(file, Token);
        kept.ShouldContain("They walked out");
        kept.ShouldNotContain("Update 3");
        kept.Length.ShouldBeLessThan((int)before / 4);
        await bot.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static Task<TestBot> StartAsync(string keep) =>
        TestBot.StartAsync(new SimulatedClock(Start), new BotSurroundings { Settings = [new($"{StorageOptions.Section}:Keep", keep)] });

    private static Task<int> CountAsync(TestBot bot) => bot.ReadAsync(db => db.Deliveries.CountAsync(Token));

    /// <summary>Talks of a few days, with everything that is posted about such talks.</summary>
    private static async Task RunTalksAsync(TestBot bot, string slug)
    {
        await bot.DoAsync($"/talks open {slug} \"Talks\" follow:no zone:Geneva");
        await bot.DoAsync($"/talks follow add {slug} channel:terminal:desk digest:08:00 ladder:\"24h, 1h, 0\"");
        await bot.DoAsync($"/talks follow add {slug} channel:terminal:tokyo digest:none ladder:\"1h, 0\"");
        await bot.DoAsync($"/talks deadline add {slug} \"in 30h\" \"tariffs\"");
        for (var update = 0; update < 5; update++)
        {
            await bot.DoAsync($"/talks update add {slug} tier:official \"Update {update}\" \"US officials\"");
        }

        await bot.AdvanceAsync(Duration.FromHours(31));
        await bot.DoAsync($"/talks deadline met {slug} D1");
        await bot.DoAsync($"/talks close {slug}");
        await bot.AdvanceAsync(Duration.FromMinutes(10));
    }
}
