namespace TalksBot.Simulators.Discord.Web;

/// <summary>A fixed window that opens with its first request.</summary>
internal sealed class RateWindow(RateLimit limit)
{
    private DateTimeOffset _resetsAt = DateTimeOffset.MinValue;

    public int Limit => limit.Requests;

    public int Remaining { get; private set; } = limit.Requests;

    public DateTimeOffset ResetsAt => _resetsAt;

    public bool TryTake(DateTimeOffset now)
    {
        if (now >= _resetsAt)
        {
            _resetsAt = now + limit.Per;
            Remaining = limit.Requests;
        }

        if (Remaining is 0)
        {
            return false;
        }

        Remaining--;
        return true;
    }
}
