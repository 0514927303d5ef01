using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Checking;

/// <summary>Looks an hour before each deadline whether its channels will hear it, and tells the desk of those that will not.</summary>
internal sealed partial class PreflightHandler(TalksDb db, CheckChannels checks, OperationsAlarms alarms, ILogger<PreflightHandler> log) : IDueMomentHandler, IPrepare
{
    private IReadOnlyDictionary<ChannelAddress, ChannelCheck> _answers = new Dictionary<ChannelAddress, ChannelCheck>();

    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Preflight;

    /// <inheritdoc/>
    public async Task PrepareAsync(IReadOnlyList<DueMoment> due, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var channels = await db.Follows
            .Where(follow => ids.Contains(follow.NegotiationId) && follow.RemovedAt == null && follow.MutedBecause == null)
            .Select(follow => follow.Channel)
            .ToListAsync(token);
        _answers = await checks.AskAsync(channels, token);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id))
            .Include(negotiation => negotiation.Deadlines)
            .Include(negotiation => negotiation.Follows)
            .AsSplitQuery()
            .ToDictionaryAsync(negotiation => negotiation.Id, token);
        foreach (var moment in due)
        {
            var owner = talks[moment.NegotiationId];
            var deadline = owner.Deadlines.Single(known => known.Id == moment.SubjectId);
            if (deadline.IsOpen && deadline.At.ToInstant() > now)
            {
                Tell(owner, deadline, moment, now);
            }
        }
    }

    private void Tell(Negotiation talks, Deadline deadline, DueMoment moment, Instant now)
    {
        foreach (var follow in talks.Listening)
        {
            if (_answers.GetValueOrDefault(follow.Channel) is not ChannelCheck.Faulty fault)
            {
                continue;
            }

            WouldFail(talks.Slug, deadline.Name, follow.Channel.ToString(), fault.Why);
            var cause = new DeliveryCause(DeliveryKind.Alarm, talks.Slug, talks.Code, deadline.Name);

            // Below zero, where no trouble with a delivery is numbered: its alarm may be due at the same moment.
            alarms.Queue(cause, moment.Due, -follow.Id, PreflightWording.Write(talks, deadline, follow.Channel, fault, now), now, channel => channel != follow.Channel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Talks} {Deadline}: {Channel} would not hear it: {Why}")]
    private partial void WouldFail(string talks, string deadline, string channel, string why);
}
