namespace TalksBot.Core.Deliveries;

/// <summary>What sets a delivery's end apart. Numbers are stored: never renumber.</summary>
public enum DeliveryReason
{
    /// <summary>A change of a message that nobody had seen yet: the message says so from the start, and nothing was sent for it.</summary>
    SaidFromTheStart = 1,

    /// <summary>An earlier attempt that could not be looked for may be visible as well.</summary>
    PerhapsTwice = 2,

    /// <summary>Its message, or the message that it changes, was taken down.</summary>
    MessageGone = 3,

    /// <summary>A status message that is kept up to date no more, and says so.</summary>
    Ended = 4,
}
