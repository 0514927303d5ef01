using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Access;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Access;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Calendars;

/// <summary>Makes an address at which programs find a calendar.</summary>
internal sealed class AddCalendar(TokenCommands tokens, CalendarChannels channels, TalksDb db) : IDeclaredCommand
{
    private static readonly ParameterSpec Follow = new("follow", ParameterKind.Choice, "yes takes what this channel follows, now and later.") { NamedOnly = true, Choices = ["yes"] };

    /// <summary>The calendars' door.</summary>
    internal static TokenDoor Door { get; } = new(AccessKind.Calendar, "calendar", "calendars") { Label = new("label", ParameterKind.Text, "what to call it, such as who subscribes") { NamedOnly = true } };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "calendar add",
        "make an address at which calendars find deadlines and sessions",
        Role.Chief,
        [TokenDoor.Talks, Follow, Door.Label])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks calendar add us-japan-autos label:\"foreign desk\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var channel = call.Find(Follow.Name) is null ? null : call.Caller.Channel;
        if (channel is not null && await RefuseAsync(call, channel, token) is { } unfit)
        {
            return unfit;
        }

        if (!(await tokens.MakeAsync(call, Door, token)).Is(out var made, out var refusal))
        {
            return refusal;
        }

        if (channel is not null)
        {
            await channels.KeepAsync(made.Token.Id, channel, token);
        }

        var file = channel is not null ? CalendarQuery.Follow : made.Scope.Slug.Length > 0 ? made.Scope.Slug : CalendarQuery.All;
        return Reply.Answer(
            $"Calendar {made.Token.Name} shows {(channel is null ? made.Scope.Of : CalendarChannels.Words(channel))}{Typography.Dash(made.Token.Label)}",
            new PostPiece.Line($"Subscribe to: {made.Root}/calendar/{made.Secret}/{file}.ics"),
            new PostPiece.Line("The address is told this once, and whoever has it sees deadlines and sessions. Calendars look again every few hours or days, so one is never the alert."),
            new PostPiece.Line($"To take it away: /talks calendar revoke {made.Token.Name}"));
    }

    private async Task<Reply?> RefuseAsync(CommandCall call, ChannelAddress channel, CancellationToken token)
    {
        if (call.Find(TokenDoor.Talks.Name) is not null)
        {
            return Reply.Refuse("A calendar shows either talks or what this channel follows; leave one of the two out.");
        }

        return await db.Follows.AnyAsync(follow => follow.Channel == channel && follow.RemovedAt == null, token)
            ? null
            : Reply.Refuse("This channel follows no talks, so its calendar would be empty; begin with /talks follow add.");
    }
}

/// <summary>Shows which calendars there are.</summary>
internal sealed class ListCalendars(TokenCommands tokens, CalendarChannels channels) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("calendar list", "show which calendars there are, and who made them", Role.Chief, [ListPage.Parameter])
    {
        Example = "/talks calendar list",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) => await tokens.ListAsync(call, AddCalendar.Door, await channels.AllAsync(token), token);
}

/// <summary>Takes a calendar away: whoever subscribes to it gets nothing any more.</summary>
internal sealed class RevokeCalendar(TokenCommands tokens, CalendarChannels channels) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("calendar revoke", "take a calendar away: its address gives nothing any more", Role.Chief, [AddCalendar.Door.One])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks calendar revoke C4",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        tokens.RevokeAsync(call, AddCalendar.Door, "its address gives nothing any more; what programs have taken already stays with them", known => channels.ForgetAsync(known.Id, token), token);
}

/// <summary>The channels whose follows some calendars show: what the database remembers beside their tokens.</summary>
internal sealed class CalendarChannels(TalksDb db, KnownCalendarChannels known)
{
    /// <summary>What such a calendar shows, in words.</summary>
    public static string Words(ChannelAddress channel) => $"what {channel} follows";

    /// <summary>The channel of a calendar; null where it shows talks, or all of the desk.</summary>
    public async Task<ChannelAddress?> FindAsync(int calendar, CancellationToken token)
    {
        if (!known.Of.TryGetValue(calendar, out var channel))
        {
            channel = await db.RecallAsync(Name(calendar), token) is { } kept && ChannelAddress.TryParse(kept, out var address) ? address : null;
            known.Of[calendar] = channel;
        }

        return channel;
    }

    /// <summary>What all such calendars show, by the rows of their tokens.</summary>
    public async Task<IReadOnlyDictionary<int, string>> AllAsync(CancellationToken token)
    {
        var ids = await db.AccessTokens.Where(known => known.Kind == AccessKind.Calendar).Select(known => known.Id).ToListAsync(token);
        var names = ids.ToDictionary(Name, StringComparer.Ordinal);
        var kept = await db.Facts.Where(fact => fact.Name.StartsWith(Fact.CalendarChannel)).ToListAsync(token);
        return kept.Where(fact => names.ContainsKey(fact.Name) && ChannelAddress.TryParse(fact.Value, out _))
            .ToDictionary(fact => names[fact.Name], fact => ChannelAddress.TryParse(fact.Value, out var channel) ? Words(channel) : "");
    }

    /// <summary>A calendar shows what a channel follows.</summary>
    public Task KeepAsync(int calendar, ChannelAddress channel, CancellationToken token) => db.RememberAsync(Name(calendar), channel.ToString(), token);

    /// <summary>The calendar is taken away.</summary>
    public async Task ForgetAsync(int calendar, CancellationToken token)
    {
        var name = Name(calendar);
        if (await db.Facts.SingleOrDefaultAsync(kept => kept.Name == name, token) is { } fact)
        {
            db.Facts.Remove(fact);
        }
    }

    private static string Name(int calendar) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Fact.CalendarChannel}{calendar}");
}

/// <summary>The same as far as they were asked for: they are made with their token, whose number is given once, and stay as they are.</summary>
internal sealed class KnownCalendarChannels
{
    /// <summary>The channels by the rows of the calendars' tokens; null for a calendar that shows talks.</summary>
    public ConcurrentDictionary<int, ChannelAddress?> Of { get; } = [];
}
