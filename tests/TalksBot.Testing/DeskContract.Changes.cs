using Microsoft.EntityFrameworkCore;
using Shouldly;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using Xunit;

namespace TalksBot.Testing;

/// <summary>How a platform can fail everything but posts.</summary>
public enum ChangeTrouble
{
    /// <summary>A gateway's 502.</summary>
    GatewayError,

    /// <summary>The connection breaks before anything is done.</summary>
    Reset,

    /// <summary>A limit of half an hour.</summary>
    Limit,

    /// <summary>The platform's plain no: no permission, or too late to change it.</summary>
    Refusal,
}

/// <content>The rows of changes that fail: edits, pins and pictures are never in the way of news.</content>
public abstract partial class DeskContract
{
    /// <summary>Every way to fail.</summary>
    public static TheoryData<ChangeTrouble> Troubles { get; } = [.. Enum.GetValues<ChangeTrouble>()];

    /// <summary>From now on every edit, pin, deletion and upload fails; posts do not.</summary>
    /// <returns>False where the platform changes nothing that stands.</returns>
    protected abstract bool FailChanges(ChangeTrouble trouble);

    /// <summary>Ends what <see cref="FailChanges"/> began.</summary>
    protected abstract void EndFaults();

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Alerts_come_on_time_where_edits_pins_and_pictures_all_fail(ChangeTrouble trouble)
    {
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 2, 50));
        FailChanges(trouble);
        await DoAsync($"/talks follow set {Slug} channel:{Channel} live:yes zone:Tokyo digest:12:35");
        await AddAsync("The talks are over");
        await DoAsync($"/talks update kill {Slug} #1 \"not so\"");

        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 59));

        var rungs = await Bot.ReadAsync(db => db.Deliveries
            .Where(row => row.Kind == DeliveryKind.Countdown || row.Kind == DeliveryKind.DeadlinePassed || row.Kind == DeliveryKind.Digest).ToListAsync(TestContext.Current.CancellationToken));
        var posts = rungs.Where(row => row.Act == DeliveryAct.Post && row.Channel == Channel).ToList();
        posts.Count.ShouldBe(4, "An hour, half an hour, the digest and the end.");
        posts.ShouldAllBe(row => row.State == DeliveryState.Sent && row.SentAt == row.DueAt);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Killed_words_that_cannot_be_struck_are_told_within_a_minute_and_struck_when_that_can_be_done(ChangeTrouble trouble)
    {
        await AddAsync("The talks are over");
        var canFail = FailChanges(trouble);

        await DoAsync($"/talks update kill {Slug} #1 \"not so\"");
        await Bot.AdvanceAsync(Duration.FromMinutes(1));

        var alarms = await Bot.ReadAsync(db => db.Deliveries.Where(row => row.Kind == DeliveryKind.Alarm).ToListAsync(TestContext.Current.CancellationToken));
        alarms.Count(alarm => alarm.Post.Heading.StartsWith("KILLED WORDS STILL STAND", StringComparison.Ordinal)).ShouldBe(canFail ? 1 : 0);
        EndFaults();
        await Bot.AdvanceAsync(Duration.FromMinutes(35));
        (await TextsAsync(Channel)).Any(text => text.Contains("The talks are over", StringComparison.Ordinal)).ShouldBe(canFail && trouble is ChangeTrouble.Refusal);
    }
}
