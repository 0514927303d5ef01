using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Reading;

/// <summary>Whose receipts are asked for.</summary>
/// <param name="Talks">The slug of the talks; null for all, and for posts about the bot itself.</param>
/// <param name="Channel">The channel; null for all.</param>
internal sealed record ReceiptFilter(string? Talks, ChannelAddress? Channel)
{
    /// <summary>The deliveries asked for.</summary>
    public IQueryable<Delivery> Of(IQueryable<Delivery> all)
    {
        var asked = Talks is null ? all : all.Where(delivery => delivery.Talks == Talks);
        return Channel is null ? asked : asked.Where(delivery => delivery.Channel == Channel);
    }
}
