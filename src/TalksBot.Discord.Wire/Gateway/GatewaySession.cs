namespace TalksBot.Discord.Wire.Gateway;

/// <summary>What it takes to resume: the session, where, and how far it was heard.</summary>
internal sealed class GatewaySession
{
    private const int MostFailures = 3;
    private int _failures;

    public string? Id { get; private set; }

    /// <summary>Discord's address for resuming; null means the ordinary one.</summary>
    public Uri? ResumeAddress { get; private set; }

    /// <summary>The highest sequence number heard, null before the first.</summary>
    public long? Sequence { get; private set; }

    public bool CanResume => Id is not null && ResumeAddress is not null && Sequence is not null;

    public void Begin(ReadyData ready) =>
        (Id, ResumeAddress, _failures) = (ready.SessionId, SafeAddress.Gateway(ready.ResumeGatewayUrl), 0);

    public void Resumed() => _failures = 0;

    /// <summary>Notes a number heard; an earlier one heard again changes nothing.</summary>
    public void Hear(long? sequence) => Sequence = sequence > Sequence || Sequence is null ? sequence ?? Sequence : Sequence;

    /// <summary>Gives the session up after too many vain attempts.</summary>
    public void FailToResume()
    {
        if (++_failures >= MostFailures)
        {
            Drop();
        }
    }

    public void Drop() => (Id, ResumeAddress, Sequence, _failures) = (null, null, null, 0);
}
