namespace TalksBot.Core.Deliveries;

/// <summary>Where a delivery stands. Numbers are stored: never renumber.</summary>
public enum DeliveryState
{
    /// <summary>Waiting for its turn.</summary>
    Pending = 1,

    /// <summary>Leased by a sender; after a crash, in doubt.</summary>
    Sending = 2,

    /// <summary>Visible in its channel.</summary>
    Sent = 3,

    /// <summary>Stale before it could be sent; a newer post speaks for it.</summary>
    Superseded = 4,

    /// <summary>Its cause went away before it was sent.</summary>
    Cancelled = 5,

    /// <summary>Given up; the reason is on the receipt.</summary>
    Failed = 6,

    /// <summary>Kept back by its channel's quiet hours.</summary>
    Held = 7,
}
