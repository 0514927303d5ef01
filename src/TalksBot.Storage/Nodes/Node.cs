namespace TalksBot.Storage.Nodes;

/// <summary>A worker that shares the database with others, as it last said of itself.</summary>
public sealed class Node
{
    /// <summary>Drawn anew whenever it starts.</summary>
    public required string Id { get; init; }

    /// <summary>Its machine and its process, for people.</summary>
    public required string Name { get; set; }

    /// <summary>The program's version.</summary>
    public required string Version { get; set; }

    /// <summary>When it started, by the database's clock.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>When it last said that it is there, by the database's clock.</summary>
    public required Instant BeatAt { get; set; }

    /// <summary>How far its own clock is ahead of the database's; negative where it is behind.</summary>
    public required Duration Ahead { get; set; }
}

/// <summary>Which node sends for a connection, and until when the others may rely on that (decision 0027).</summary>
public sealed class SendingLease
{
    /// <summary>The connection.</summary>
    public required string Connection { get; init; }

    /// <summary>The node.</summary>
    public required string Node { get; set; }

    /// <summary>Rises with every change of hands: what was decided under a lower one does not count any more.</summary>
    public required long Fence { get; set; }

    /// <summary>When it ends unless it is renewed, by the database's clock.</summary>
    public required Instant Until { get; set; }

    /// <summary>The server's process that serves the holder's session; 0 where the session says nothing about the holder.</summary>
    public required int Session { get; set; }
}

/// <summary>Something that people did on a platform and every node hears of, taken by one of them to answer.</summary>
public sealed class ClaimedInteraction
{
    /// <summary>The connection.</summary>
    public required string Connection { get; init; }

    /// <summary>The platform's own number of it.</summary>
    public required string Id { get; init; }

    /// <summary>Who answers it.</summary>
    public required string Node { get; set; }

    /// <summary>When it was taken, by the database's clock.</summary>
    public required Instant ClaimedAt { get; set; }

    /// <summary>True once the person has an answer.</summary>
    public required bool IsAnswered { get; set; }
}
