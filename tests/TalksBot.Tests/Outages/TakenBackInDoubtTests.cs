using TalksBot.Core.Platforms;
using TalksBot.Tests.Editing;

namespace TalksBot.Tests.Outages;

/// <summary>What was taken back while nobody knew whether it had arrived.</summary>
public sealed class TakenBackInDoubtTests
{
    [Fact]
    public async Task A_post_that_was_killed_in_doubt_and_did_not_arrive_is_not_sent()
    {
        await using var desk = await InDoubtAsync(arrives: false);

        await desk.Bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        desk.Chat.Trouble = _ => null;
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(2));

        desk.Chat.Seen.ShouldNotContain(seen => seen.Text.Contains("The talks are over", StringComparison.Ordinal));
        desk.Chat.Seen.ShouldNotContain(seen => seen.Post.Cause.Kind == DeliveryKind.Update);
        desk.Chat.Edits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_that_was_killed_in_doubt_and_stands_there_is_struck()
    {
        await using var desk = await InDoubtAsync(arrives: true);

        await desk.Bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(2));

        desk.Chat.Seen.Count(seen => seen.Post.Cause.Kind is DeliveryKind.Update).ShouldBe(1);
        desk.Chat.Showing.ShouldNotContain(seen => seen.Text.Contains("The talks are over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_that_was_corrected_in_doubt_and_did_not_arrive_is_sent_as_it_reads_now()
    {
        await using var desk = await InDoubtAsync(arrives: false);

        await desk.Bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"The talks go on\"");
        desk.Chat.Trouble = _ => null;
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(2));

        desk.Chat.Seen.First(seen => seen.Post.Cause.Kind is DeliveryKind.Update).Text.ShouldStartWith("CORRECTED");
    }

    [Fact]
    public async Task What_was_undone_in_doubt_and_did_not_arrive_is_not_sent()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromHours(10), "0", "desk");
        desk.Chat.Trouble = _ => new PostOutcome.Ambiguous("reset");
        var reply = await desk.Bot.SayAsync($"/talks update add {FoundingNight.Slug} \"A slip\" \"a US official\" tier:official");
        await desk.Bot.SettleAsync();

        await desk.Bot.DoAsync(reply.Body.Buttons.Single(button => button.Label == "Undo").Command);
        desk.Chat.Trouble = _ => null;
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(2));

        desk.Chat.Seen.ShouldNotContain(seen => seen.Post.Cause.Kind == DeliveryKind.Update);
    }

    private static async Task<OutageDesk> InDoubtAsync(bool arrives)
    {
        var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromHours(10), "0", "desk");
        (desk.Chat.LosesAnswer, desk.Chat.Trouble) = (_ => arrives, _ => arrives ? null : new PostOutcome.Ambiguous("reset"));
        await desk.Bot.AddAsync("The talks are over");
        await desk.Bot.SettleAsync();
        desk.Chat.LosesAnswer = _ => false;
        return desk;
    }
}
