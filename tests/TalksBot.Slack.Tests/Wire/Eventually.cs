namespace TalksBot.Slack.Tests.Wire;

/// <summary>Waits for work on other threads to show, without guessing how long it takes.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    public static async Task IsTrueAsync(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(_longest);
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
