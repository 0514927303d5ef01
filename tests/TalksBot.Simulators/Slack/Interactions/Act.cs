namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>A person's act: what to remember of it, and what the app gets.</summary>
internal sealed record Act(Exchange Exchange, Envelope Envelope)
{
    /// <summary>Whether the person has seen enough when the form they sent closes, and waits only a little for more.</summary>
    public bool LooksBriefly { get; init; }
}
