using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Reading;
using TalksBot.Storage;

namespace TalksBot.Features.Views;

/// <summary>Reads what became of every post for programs.</summary>
public sealed class ReceiptsQuery
{
    private readonly TalksDb _db;

    /// <summary>Reads with this.</summary>
    internal ReceiptsQuery(TalksDb db) => _db = db;

    /// <summary>The receipts, those due last first.</summary>
    /// <param name="only">The row of the talks that may be read; null for all, and for posts about the bot itself.</param>
    /// <param name="slug">Only these talks; null for all.</param>
    /// <param name="ask">How many, and from where on.</param>
    /// <returns>Null where there are no such talks.</returns>
    public async Task<Slice<ReceiptView>?> ListAsync(int? only, string? slug, SliceAsk ask, CancellationToken token)
    {
        if (only is not null || slug is not null)
        {
            slug = await _db.Negotiations.Where(talks => (slug == null || talks.Slug == slug) && (only == null || talks.Id == only)).Select(talks => talks.Slug).SingleOrDefaultAsync(token);
            if (slug is null)
            {
                return null;
            }
        }

        var asked = new ReceiptFilter(slug, Channel: null).Of(_db.Deliveries);
        if (ask.From is { } from)
        {
            var due = Instant.FromUnixTimeTicks(from.Major);
            asked = asked.Where(delivery => delivery.DueAt <= due && (delivery.DueAt < due || delivery.Id < from.Minor));
        }

        var rows = await asked.OrderByDescending(delivery => delivery.DueAt).ThenByDescending(delivery => delivery.Id).Take(ask.Limit + 1).AsNoTracking().ToListAsync(token);
        return Slice<ReceiptView>.Of(rows, ask.Limit, ReceiptView.Of, delivery => new Cursor(delivery.DueAt.ToUnixTimeTicks(), delivery.Id));
    }
}

/// <summary>What became of one post, or of one change of what was posted.</summary>
/// <param name="Reference">What people quote it by.</param>
/// <param name="Talks">The slug of the talks; empty for word about the bot itself.</param>
/// <param name="Subject">What it is about: <c>D1</c>, <c>S4</c>, <c>#3</c>, or empty for the talks as a whole.</param>
/// <param name="Kind">The published name of its kind, such as <c>countdown</c> or <c>correction</c>.</param>
/// <param name="Act">What it does.</param>
/// <param name="Channel">Where it goes, such as <c>discord:main/123</c>.</param>
/// <param name="Priority">Its place in the queue.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueAt">When it should be seen.</param>
/// <param name="SentAt">When the platform confirmed it; left out until then.</param>
/// <param name="IsLate">True where it was sent late.</param>
/// <param name="Attempts">How many attempts were begun.</param>
/// <param name="Why">What the platform answered last, in words; left out where it went its way.</param>
public sealed record ReceiptView(
    string Reference, string Talks, string Subject, string Kind, DeliveryAct Act, string Channel, WirePriority Priority, DeliveryState State,
    Instant DueAt, Instant? SentAt, bool IsLate, int Attempts, string? Why)
{
    internal static ReceiptView Of(Delivery delivery) => new(
        delivery.Key.ShortReference,
        delivery.Talks,
        delivery.Subject,
        delivery.Kind.Name(),
        delivery.Act,
        $"{delivery.Channel}",
        delivery.Priority,
        delivery.State,
        delivery.DueAt,
        delivery.SentAt,
        delivery.SentAt is { } sent && Lateness.IsLate(delivery.DueAt, delivery.Rung, sent),
        delivery.Attempts,
        delivery.State is DeliveryState.Sent ? null : delivery.LastOutcome);
}
