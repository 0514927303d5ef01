using TalksBot.Core.Times;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests;

/// <summary>D1 passed at 03:59 UTC on 29 June 1995: the channel desk and the operations channel are asked what became of it.</summary>
public sealed class PassedDeadlineTests
{
    private const string Unknown = "Deadline passed, outcome not known";
    private const string Asks = "Outcome still not recorded";
    private static readonly Instant Passes = Instant.FromUtc(1995, 6, 29, 3, 59);

    [Theory]
    [InlineData("deadline met us-japan-autos D1", "Deadline met · US–Japan automotive talks")]
    [InlineData("deadline lapsed us-japan-autos D1", "Deadline lapsed · US–Japan automotive talks")]
    [InlineData("deadline withdraw us-japan-autos D1", "Deadline withdrawn · US–Japan automotive talks")]
    [InlineData("deadline move us-japan-autos D1 +24h", "Moved 24 h later · US–Japan automotive talks")]
    [InlineData("outcome us-japan-autos lapsed \"They left.\"", "Deadline lapsed · US–Japan automotive talks")]
    public async Task Whoever_was_asked_reads_what_became_of_it_and_is_asked_no_more(string line, string says)
    {
        await using var bot = await AskedAsync();

        await bot.DoAsync(line);
        await bot.SettleAsync();

        bot.Platform.Edits.Select(edit => edit.Channel).ShouldBe(["desk", "operations"], ignoreOrder: true);
        bot.Platform.Edits.ShouldAllBe(edit => edit.Text.StartsWith(says, StringComparison.Ordinal) && edit.Post.Post.Buttons.Count == 0);
    }

    [Fact]
    public async Task Taken_back_it_is_asked_again()
    {
        await using var bot = await AskedAsync();
        await bot.DoAsync("deadline met us-japan-autos D1");
        await bot.SettleAsync();

        await bot.DoAsync("undo");
        await bot.SettleAsync();

        bot.Platform.Edits.ShouldContain(edit => edit.Text.StartsWith(Unknown, StringComparison.Ordinal) && edit.Post.Post.Buttons.Any(button => button.Label == "Met"), 1);
        bot.Platform.Edits.ShouldContain(edit => edit.Text.StartsWith(Asks, StringComparison.Ordinal) && edit.Post.Post.Buttons.Any(button => button.Label == "Met"), 1);
    }

    private static async Task<TestBot> AskedAsync()
    {
        var bot = await TestBot.StartAsync(new SimulatedClock(Passes - Duration.FromMinutes(10)), new BotSurroundings { Settings = [new("TalksBot:Desk:OperationsChannel", "terminal:operations")] });
        await FoundingNight.BeginAsync(bot, "0", "desk");
        await bot.AdvanceToAsync(Passes + Duration.FromMinutes(16));
        bot.Seen.ShouldContain(seen => seen.Channel == "desk" && seen.Text.StartsWith(Unknown, StringComparison.Ordinal), 1);
        bot.Seen.ShouldContain(seen => seen.Channel == "operations" && seen.Text.StartsWith(Asks, StringComparison.Ordinal), 1);
        return bot;
    }
}
