namespace TalksBot.Core.Chronicles;

/// <summary>When somebody last asked what had changed.</summary>
public sealed class Handover
{
    private Handover()
    {
    }

    /// <summary>Somebody asks for the first time.</summary>
    /// <param name="person">Who, by the platform's lasting identity.</param>
    /// <param name="at">When.</param>
    public Handover(string person, Instant at)
    {
        Person = person;
        At = at;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>Who asked.</summary>
    public string Person { get; private set; } = "";

    /// <summary>Everything until then has been told to them.</summary>
    public Instant At { get; private set; }

    /// <summary>They were told everything until then.</summary>
    public void Told(Instant until) => At = until;
}
