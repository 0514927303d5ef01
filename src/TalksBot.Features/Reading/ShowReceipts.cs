using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Features.Follows;
using TalksBot.Features.Upkeep;
using TalksBot.Storage;

namespace TalksBot.Features.Reading;

/// <summary>Shows what became of every post.</summary>
internal sealed class ShowReceipts(TalksDb db, RecordLookup find, TalksHere here, IClock clock) : IDeclaredCommand
{
    /// <summary>What failed longer ago stands in its place among the others.</summary>
    private static readonly Duration Lately = Duration.FromDays(3);

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "receipts",
        "show what became of every post: what failed of late, then newest first",
        Role.Reporter,
        [
            new("talks", ParameterKind.Talks, "only these talks"),
            new("channel", ParameterKind.Channel, "only this channel, such as terminal:desk") { NamedOnly = true },
            ListPage.Parameter,
        ])
    {
        IsRare = true,
        Example = "/talks receipts us-japan-autos channel:terminal:desk page:2",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await FilterAsync(call, token)).Is(out var filter, out var refusal))
        {
            return refusal;
        }

        var asked = filter.Of(db.Deliveries);
        if (!ListPage.Read(call).Is(out var page, out refusal))
        {
            return refusal;
        }

        var totals = await ReceiptTotals.OfAsync(asked, token);

        var now = clock.GetCurrentInstant();
        var lately = now - Lately;
        var rows = await asked
            .OrderByDescending(delivery => delivery.State == DeliveryState.Failed && delivery.DueAt > lately)
            .ThenByDescending(delivery => delivery.DueAt).ThenByDescending(delivery => delivery.Id)
            .Skip(page.Skipped).Take(ListPage.Size)
            .AsNoTracking()
            .ToListAsync(token);
        var own = await here.ClockAsync(call.Caller.Channel, token);
        return page.Show(
            call,
            new Page<Delivery>(rows, page.Skipped, totals.All),
            new Post("Receipts", Severity.Calm, [new PostPiece.Line(totals.Words), .. await GoneAsync(filter, token), .. rows.Select(row => ReceiptWording.Of(row, own, now))]));
    }

    /// <summary>Older ones went with the years, and are only counted.</summary>
    private async Task<IEnumerable<PostPiece>> GoneAsync(ReceiptFilter filter, CancellationToken token) =>
        filter is { Talks: null, Channel: null } && await ForgottenReceipts.ReadAsync(db, token) is { } gone
            ? [new PostPiece.Line($"Before these, and no longer kept: {gone.Sent} sent, {gone.Failed} failed, {gone.Others} cancelled or spoken for")]
            : [];

    private async Task<Found<ReceiptFilter>> FilterAsync(CommandCall call, CancellationToken token)
    {
        var filter = new ReceiptFilter(Talks: null, Channel: null);
        if (call.Find("talks") is not null)
        {
            if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal))
            {
                return refusal;
            }

            filter = filter with { Talks = talks.Slug };
        }

        if (call.Find("channel") is not null)
        {
            if (!FollowInput.ChannelOf(call).Is(out var channel, out var refusal))
            {
                return refusal;
            }

            filter = filter with { Channel = channel };
        }

        return filter;
    }
}

/// <summary>Whose receipts are asked for.</summary>
/// <param name="Talks">The slug of the talks; null for all, and for posts about the bot itself.</param>
/// <param name="Channel">The channel; null for all.</param>
internal sealed record ReceiptFilter(string? Talks, ChannelAddress? Channel)
{
    /// <summary>The deliveries asked for.</summary>
    public IQueryable<Delivery> Of(IQueryable<Delivery> all)
    {
        // What one person is told alone is no business of others.
        var posts = all.Where(delivery => delivery.Kind != DeliveryKind.Reminder);
        var asked = Talks is null ? posts : posts.Where(delivery => delivery.Talks == Talks);
        return Channel is null ? asked : asked.Where(delivery => delivery.Channel == Channel);
    }
}
