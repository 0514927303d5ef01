using TalksBot.Core.Negotiations;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Outbox;

/// <summary>Tells the desk, in the operations channel, what it owes the talks.</summary>
internal sealed class OperationsPosts(DeliveryQueue queue, OperationsDesk operations)
{
    /// <summary>Tells it.</summary>
    /// <returns>False where the desk has no channel.</returns>
    public bool Tell(Negotiation talks, News news)
    {
        if (operations.Channel is not { } channel)
        {
            return false;
        }

        queue.Tell(talks, channel, news);
        return true;
    }
}
