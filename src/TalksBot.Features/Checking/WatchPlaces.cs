using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Text;
using TalksBot.Features.Settings;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Checking;

/// <summary>Tells the operations channel at once of a channel that cannot be posted to any more, rather than an hour before a deadline.</summary>
internal sealed partial class WatchPlaces(IServiceScopeFactory scopes, IAlarm alarm, TimeProvider time, ILogger<WatchPlaces> log) : IPlaceWatch
{
    private const int MostNamed = 3;

    /// <summary>Platforms tell several things of one change, and for a moment still answer as before.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Connection, string? Channel), byte> _planned = [];
    private readonly ConcurrentDictionary<ChannelAddress, string> _told = [];

    /// <inheritdoc/>
    public async Task LookAsync(string connection, string? channel, CancellationToken token)
    {
        // A look that is yet to begin sees this too.
        if (!_planned.TryAdd((connection, channel), 0))
        {
            return;
        }

        try
        {
            await Task.Delay(Settling, time, token);
        }
        finally
        {
            _planned.TryRemove((connection, channel), out _);
        }

        try
        {
            await LookNowAsync(connection, channel, token);
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            NotLooked(connection, sentence);
        }
    }

    private async Task LookNowAsync(string connection, string? channel, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var follows = await FollowsAsync(scope.ServiceProvider, connection, token);
        var concerned = channel is null ? follows : [.. follows.Where(follow => IsIn(follow.Channel, channel))];
        if (concerned.Count == 0)
        {
            return;
        }

        var answers = await scope.ServiceProvider.GetRequiredService<CheckChannels>().AskAsync(concerned.Select(follow => follow.Channel), token);
        var isDeskCutOff = scope.ServiceProvider.GetRequiredService<OperationsDesk>().Channel is { } desk && answers.GetValueOrDefault(desk) is ChannelCheck.Faulty;
        foreach (var ready in answers.Where(answer => answer.Value is ChannelCheck.Ready))
        {
            _told.TryRemove(ready.Key, out _);
        }

        var faulty = answers.Where(answer => answer.Value is ChannelCheck.Faulty).Select(answer => (answer.Key, Fault: (ChannelCheck.Faulty)answer.Value));
        foreach (var same in faulty.Where(one => IsNews(one.Key, one.Fault)).GroupBy(one => one.Fault))
        {
            await alarm.RaiseAsync(Lost(connection, same.Key, [.. concerned.Where(follow => same.Any(one => one.Key == follow.Channel))]) with { StopsPosts = isDeskCutOff }, token);
        }
    }

    /// <summary>The channels that wait for posts on the connection, with what they follow; the operations channel follows nothing.</summary>
    private static async Task<List<(ChannelAddress Channel, string Slug)>> FollowsAsync(IServiceProvider services, string connection, CancellationToken token)
    {
        var db = services.GetRequiredService<TalksDb>();
        var follows = await db.Follows
            .Where(follow => follow.RemovedAt == null && follow.MutedBecause == null)
            .Join(
                db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed),
                follow => follow.NegotiationId,
                talks => talks.Id,
                (follow, talks) => new { follow.Channel, talks.Slug })
            .ToListAsync(token);
        var found = follows.Select(follow => (follow.Channel, follow.Slug)).Where(follow => follow.Channel.ConnectionName == connection).ToList();
        if (services.GetRequiredService<OperationsDesk>().Channel is { } desk && desk.ConnectionName == connection)
        {
            found.Add((desk, ""));
        }

        return found;
    }

    /// <summary>A thread goes with its channel.</summary>
    private static bool IsIn(ChannelAddress follow, string channel) =>
        follow.Channel == channel || follow.Channel.StartsWith($"{channel}/", StringComparison.Ordinal);

    private bool IsNews(ChannelAddress channel, ChannelCheck.Faulty fault)
    {
        var isNews = _told.GetValueOrDefault(channel) != fault.Why;
        _told[channel] = fault.Why;
        return isNews;
    }

    private static Trouble Lost(string connection, ChannelCheck.Faulty fault, IReadOnlyList<(ChannelAddress Channel, string Slug)> follows)
    {
        var channels = follows.Select(follow => $"{follow.Channel}").Distinct(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", channels.Take(MostNamed)) + (channels.Count > MostNamed ? $" and {channels.Count - MostNamed} more" : "");
        var slugs = follows.Select(follow => follow.Slug).Where(slug => slug.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var talks = slugs.Count == 0 ? "" : $" {(channels.Count == 1 ? "It follows" : "They follow")} {Typography.And(slugs)}, and {(channels.Count == 1 ? "hears" : "hear")} nothing until that is mended.";
        var end = slugs.Count == 0 ? "" : $" Or end the follow: /talks follow remove {slugs[0]} channel:{channels[0]}";
        return new Trouble(connection, $"{named} cannot be posted to any more: {fault.Why.TrimEnd('.')}.{talks}", $"{fault.Mend}{end}");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether the channels of {Connection} can still be posted to could not be looked at: {Sentence}")]
    private partial void NotLooked(string connection, string sentence);
}
