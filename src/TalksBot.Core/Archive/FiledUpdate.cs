using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Archive;

/// <summary>An update as filed.</summary>
public sealed record FiledUpdate
{
    /// <summary>Its number within the talks, from 1 without a gap.</summary>
    public required int Number { get; init; }

    /// <summary>What was heard.</summary>
    [Words(UserText.ParagraphLimit)]
    public required string Text { get; init; }

    /// <summary>Who said it, as it may be printed.</summary>
    public required string Attribution { get; init; }

    /// <summary>How well it is sourced.</summary>
    public required Sourcing Sourcing { get; init; }

    /// <summary>The code of the party it speaks for; empty for none.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string Side { get; init; } = "";

    /// <summary>Its wire priority.</summary>
    public WirePriority Priority { get; init; } = WirePriority.Regular;

    /// <summary>When the desk heard it.</summary>
    public required Instant HeardAt { get; init; }

    /// <summary>The numbers of the updates it differs from.</summary>
    public IReadOnlyList<int> Disputes { get; init; } = [];

    internal static FiledUpdate From(Update update) => new()
    {
        Number = update.Number,
        Text = update.Text,
        Attribution = update.Attribution,
        Sourcing = update.Sourcing,
        Side = update.Side,
        Priority = update.Priority,
        HeardAt = update.HeardAt,
        Disputes = update.Disputes,
    };

    internal Update Restore()
    {
        var update = new Update(Number, new UpdateTerms(Text, Attribution, Sourcing, Side, Priority, HeardAt));
        foreach (var other in Disputes)
        {
            update.Dispute(other);
        }

        return update;
    }
}
