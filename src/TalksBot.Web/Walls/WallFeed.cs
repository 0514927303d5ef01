using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Features.Access;
using TalksBot.Features.Transactions;
using TalksBot.Features.Walls;
using TalksBot.Web.Hosting;

namespace TalksBot.Web.Walls;

/// <summary>
/// Reads what walls show, once for all screens that show the same, whenever the record changes and every few seconds; nothing while nobody
/// looks. What cannot be read is not told: a screen that hears nothing says so.
/// </summary>
internal sealed partial class WallFeed(IServiceScopeFactory scopes, RecordSignal record, IClock clock, WebPace pace, ILogger<WallFeed> log)
{
    /// <summary>However fast the record changes, it is read no oftener.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, WallRoom> _rooms = [];
    private bool _runs;

    /// <summary>Comes to look; the room is left by disposing of what is returned.</summary>
    /// <param name="only">The row of the talks that are shown; null for all of the desk.</param>
    public Looking Look(int? only)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(only ?? 0, out var room))
            {
                _rooms.Add(only ?? 0, room = new WallRoom(only));
            }

            room.Visitors++;
            if (!_runs)
            {
                _runs = true;
                _ = Task.Run(RunAsync, CancellationToken.None);
            }
            else if (room.Visitors == 1)
            {
                record.Raise();
            }

            return new Looking(room, () => Leave(room));
        }
    }

    /// <summary>Reads what a wall shows now.</summary>
    public async Task<WallFrame> ReadAsync(int? only, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var view = await scope.ServiceProvider.GetRequiredService<WallQuery>().ReadAsync(only, clock.GetCurrentInstant(), token);

        // On a simulated clock rounds come by only when something is due.
        return WallFrame.Of(pace.Rate == 1 ? view : view with { Health = view.Health with { Works = true } });
    }

    private void Leave(WallRoom room)
    {
        lock (_gate)
        {
            if (--room.Visitors == 0)
            {
                _rooms.Remove(room.Only ?? 0);
            }
        }
    }

    private async Task RunAsync()
    {
        while (Rooms() is { Count: > 0 } rooms)
        {
            var (next, began) = (record.Next, pace.Real.GetTimestamp());
            await TellAsync(rooms);
            await Task.WhenAny(next, Task.Delay(pace.Beat, pace.Real));

            // What comes after a rest is told at once; what comes in a burst waits for the rest of it.
            if (Least - pace.Real.GetElapsedTime(began) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, pace.Real);
            }
        }
    }

    /// <summary>The rooms that somebody is in; where there is none this was the last look.</summary>
    private List<WallRoom> Rooms()
    {
        lock (_gate)
        {
            _runs = _rooms.Count > 0;
            return [.. _rooms.Values];
        }
    }

    private async Task TellAsync(List<WallRoom> rooms)
    {
        try
        {
            var holding = await HoldingAsync();
            foreach (var room in rooms)
            {
                room.Tell(new WallNews(await ReadAsync(room.Only, CancellationToken.None), holding));
            }
        }
#pragma warning disable CA1031 // A boundary: whatever keeps the record from being read, screens say that they heard nothing, and the next look may fare better.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotRead(fault);
        }
    }

    private async Task<IReadOnlySet<int>> HoldingAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccessQuery>().HoldingAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The record could not be read for the wallboards, which say that they have no news")]
    private partial void NotRead(Exception fault);
}

/// <summary>Those who look at the same wall.</summary>
/// <param name="only">The row of the talks that are shown; null for all of the desk.</param>
internal sealed class WallRoom(int? only)
{
    private volatile Told _last = new(News: null);

    /// <summary>The row of the talks that are shown; null for all of the desk.</summary>
    public int? Only => only;

    /// <summary>How many look; its feed counts them.</summary>
    public int Visitors { get; set; }

    /// <summary>What was told last, and the end of its being the last.</summary>
    public Told Last => _last;

    /// <summary>Tells everybody.</summary>
    public void Tell(WallNews news)
    {
        var before = _last;
        _last = new Told(news);
        before.IsOver.SetResult();
    }

    /// <summary>What was told.</summary>
    /// <param name="News">What; null before the first.</param>
    internal sealed record Told(WallNews? News)
    {
        /// <summary>Ends when something else is told.</summary>
        public TaskCompletionSource IsOver { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What is told to screens.</summary>
/// <param name="Frame">What the wall shows.</param>
/// <param name="Holding">The rows of the tokens that hold.</param>
internal sealed record WallNews(WallFrame Frame, IReadOnlySet<int> Holding);

/// <summary>Somebody looks.</summary>
/// <param name="room">At this.</param>
/// <param name="leave">They look no more.</param>
internal sealed class Looking(WallRoom room, Action leave) : IDisposable
{
    /// <summary>What they look at.</summary>
    public WallRoom Room => room;

    /// <inheritdoc/>
    public void Dispose() => leave();
}
