namespace TalksBot.Core.Times;

/// <summary>A NodaTime clock that shows what a time provider does, so one of them drives everything.</summary>
public sealed class TimeProviderClock(TimeProvider time) : IClock
{
    /// <inheritdoc />
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
