using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>
/// Says that a connection, or a channel of one that works, takes no posts: one line in the log when it begins and one when it ends, and a
/// word each to operations where it lasts.
/// </summary>
internal sealed partial class Outages(TalksDb db, OperationsAlarms posts, CommitEffects effects, IOptions<DeskOptions> desk, ILogger<Outages> log)
{
    /// <summary>Says what has begun; the log once the turn is committed.</summary>
    public void TellBegun(ConnectionPauses pauses, Instant now)
    {
        foreach (var pause in pauses.Standing)
        {
            if (pause is { IsCertain: true, WarnedAt: null })
            {
                pause.RecordWarned(now);
                var words = OutageWording.Log(pause);
                effects.Then(() => Begun(words.Who, words.What, pause.Why));
            }

            if (pause.TellAt <= now)
            {
                pause.RecordTold(now);
                posts.QueueOfPause(pause, canPost: false, OutageWording.Begun(pause, desk.Value.HomeClock), now);
            }
        }
    }

    /// <summary>Says what is over, with how long it was and how much waited.</summary>
    public async Task TellEndedAsync(ConnectionPauses pauses, IReadOnlyList<Attempted> answers, Instant now, CancellationToken token)
    {
        foreach (var pause in pauses.Ended.Where(pause => pause.WarnedAt is not null))
        {
            var waiting = db.Deliveries.Where(delivery => delivery.Connection == pause.Connection && delivery.State == DeliveryState.Pending && delivery.NotBefore <= now);
            var channel = pause.Channel;
            var waited = answers.Count(answer => answer.IsSent) + await waiting.CountAsync(delivery => channel == null || delivery.Channel == channel, token);
            var span = TimeWording.Span(Duration.FromSeconds((long)(now - pause.Since).TotalSeconds));
            effects.Then(() => Over(pause.IsWhole ? pause.Connection : pause.Place, span, waited));
            if (pause.ToldAt is not null)
            {
                posts.QueueOfPause(pause, canPost: true, OutageWording.Ended(pause, waited, now, desk.Value.HomeClock), now);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Who} {What}: {Why}")]
    private partial void Begun(string who, string what, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Who} takes posts again after {Span}; {Count} waited")]
    private partial void Over(string who, string span, int count);
}
