namespace TalksBot.Testing;

/// <summary>Waits for work on other threads to show, without guessing how long it takes.</summary>
public static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Waits until it is so; throws when half a minute was not enough.</summary>
    public static Task IsTrueAsync(Func<bool> condition) => IsTrueAsync(() => Task.FromResult(condition()));

    /// <summary>The same for what must be asked for.</summary>
    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Longest)
            {
                throw new TimeoutException("What was waited for did not come about within 30 seconds.");
            }

            await Task.Delay(1);
        }
    }
}
