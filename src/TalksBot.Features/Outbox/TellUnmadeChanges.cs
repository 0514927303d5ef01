using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Outbox;

/// <summary>Tells the operations channel of changes that were not made, with the link of each message and what to do.</summary>
internal sealed partial class TellUnmadeChanges(UnmadeChanges unmade, UnitOfWork turns, OperationsAlarms posts, ILogger<TellUnmadeChanges> log)
{
    /// <summary>How many messages one alarm names; it counts the rest.</summary>
    public const int MostNamed = 10;

    /// <summary>Tells of those of one connection, once each; the platform is asked for links outside the transaction.</summary>
    public async Task RunAsync(IPlatform platform, Instant now, CancellationToken token)
    {
        var found = await unmade.FindAsync(platform.Name, now, token);
        if (found.Count == 0)
        {
            return;
        }

        var groups = found.GroupBy(one => (one.Change.ChangedFor, one.Change.Act, one.IsFinal, About: string.Join(' ', one.Accounts), one.Change.Talks)).ToList();
        var named = new List<List<UnmadeChange>>();
        foreach (var group in groups)
        {
            var list = group.ToList();
            for (var i = 0; i < Math.Min(MostNamed, list.Count); i++)
            {
                list[i] = list[i] with { Link = list[i].Address.MessageId.Length == 0 ? null : await platform.LinkAsync(list[i].Address, token) };
            }

            named.Add(list);
        }

        await using var turn = await turns.BeginAsync(token);
        foreach (var list in named)
        {
            Tell(list, now);
        }

        await turn.CommitAsync(token);
    }

    private void Tell(List<UnmadeChange> list, Instant now)
    {
        var first = list[0].Change;
        list.ForEach(one => one.Change.RecordTold(now));
        var post = UnmadeChangeWording.Of(list, MostNamed);
        NotMade(first.Id, list.Count, first.Channel, first.LastOutcome ?? "it waits its turn");
        var cause = new DeliveryCause(DeliveryKind.Alarm, first.Talks, first.Code, list[0].Message.Subject);
        posts.Queue(cause, first.DueAt, unchecked((int)((first.Id * 2) + (list[0].IsFinal ? 1 : 0))), post, now);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Change {Id}, with {Count} in all, was not made in {Channel}: {Why}")]
    private partial void NotMade(long id, int count, ChannelAddress channel, string why);
}
