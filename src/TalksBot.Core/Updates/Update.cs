using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Updates;

/// <summary>Something somebody said about the talks, with its sourcing. There is no field for a source's real name.</summary>
public sealed class Update
{
    private Update()
    {
    }

    internal Update(int number, UpdateTerms terms)
    {
        Number = number;
        Text = terms.Text;
        Attribution = terms.Attribution;
        Sourcing = terms.Sourcing;
        Side = terms.Side;
        Priority = terms.Priority;
        HeardAt = terms.HeardAt;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>The negotiation's row.</summary>
    public int NegotiationId { get; private set; }

    /// <summary>Its number within the talks, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its number as people write it, such as <c>#3</c>.</summary>
    public string Name => SubjectNumber.Update(Number);

    /// <summary>What was heard.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who said it, as it may be printed.</summary>
    public string Attribution { get; private set; } = "";

    /// <summary>How well it is sourced.</summary>
    public Sourcing Sourcing { get; private set; }

    /// <summary>The code of the party it speaks for; empty for none.</summary>
    public string Side { get; private set; } = "";

    /// <summary>Its wire priority.</summary>
    public WirePriority Priority { get; private set; }

    /// <summary>When the desk heard it.</summary>
    public Instant HeardAt { get; private set; }

    /// <summary>The numbers of the updates it differs from, rising.</summary>
    public IReadOnlyList<int> Disputes { get; private set; } = [];

    internal void Dispute(int other) => Disputes = [.. Disputes.Append(other).Distinct().Order()];
}
