using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Outbox;

/// <summary>A change of a message that could not be made, or not yet.</summary>
/// <param name="Change">The change.</param>
/// <param name="Message">The message, which still stands as it was.</param>
/// <param name="Address">Where that is.</param>
internal sealed record UnmadeChange(Delivery Change, Delivery Message, MessageAddress Address)
{
    /// <summary>True when it is not tried any more.</summary>
    public bool IsFinal => Change.State is DeliveryState.Failed;

    /// <summary>The updates whose words it takes away.</summary>
    public IReadOnlyList<string> Accounts { get; } = [.. (Change.Before?.Accounts ?? []).Except(Change.Post.Accounts)];

    /// <summary>The message's address on the web; null where it has none that is known.</summary>
    public Uri? Link { get; init; }
}
