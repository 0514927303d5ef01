namespace TalksBot.Simulators.Discord.State;

/// <summary>Ids that only grow and tell their own time. Protocol sheet §1.</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private const long EpochMilliseconds = 1_420_070_400_000;

    private ulong _last;

    public ulong Next()
    {
        var now = (ulong)(time.GetUtcNow().ToUnixTimeMilliseconds() - EpochMilliseconds) << 22;
        _last = Math.Max(now, _last + 1);
        return _last;
    }

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + EpochMilliseconds);
}
