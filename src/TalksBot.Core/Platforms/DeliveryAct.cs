namespace TalksBot.Core.Platforms;

/// <summary>What a delivery does on its platform. Numbers are stored: never renumber.</summary>
public enum DeliveryAct
{
    /// <summary>Shows a new message.</summary>
    Post = 1,

    /// <summary>Changes what a message says.</summary>
    Edit = 2,

    /// <summary>Pins a message in its channel.</summary>
    Pin = 3,

    /// <summary>Takes a message's pin away.</summary>
    Unpin = 4,

    /// <summary>Takes a message down.</summary>
    Delete = 5,

    /// <summary>Opens a thread from a message.</summary>
    Thread = 6,
}
