using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>Tells who did something on Slack, what they may do and what their clock shows.</summary>
internal sealed class Callers(RoleBook book, People people)
{
    private const string Foreign = "TalksBot is not in use in your workspace; give the command in the workspace that installed it.";
    private const string Dead = "Slack does not accept TalksBot's token any more, so it takes no command; tell the people who run it.";
    private const string Unknown = "TalksBot cannot ask Slack at the moment which workspace you belong to, so it takes no command; try again in a minute.";
    private const string Unsure = "TalksBot cannot ask Slack at the moment which workspace it is in, so it takes no command; try again in a minute.";

    /// <summary>The caller, or why their commands are not taken.</summary>
    public async Task<Authentication> OfAsync(InteractionContext context)
    {
        var who = await context.Connection.WhoAsync(CancellationToken.None);
        if (who is not Answered<Identity>(var identity))
        {
            return new Authentication.TurnedAway(Reply.Refuse(who is Failed<Identity>(CredentialsDead) ? Dead : Unsure));
        }

        if (context.Sender.TeamId is { } team && team != identity.TeamId)
        {
            return new Authentication.TurnedAway(Reply.Refuse(Foreign));
        }

        var person = await people.FindAsync(context.Connection, context.Sender.UserId);
        if (person is { IsStranger: true } || (person?.TeamId is { } home && home != identity.TeamId))
        {
            return new Authentication.TurnedAway(Reply.Refuse(Foreign));
        }

        // In a channel shared with another workspace nobody may be told anything before it is known whose they are.
        if (person is null && context.Sender.TeamId is null)
        {
            return new Authentication.TurnedAway(Reply.Refuse(Unknown));
        }

        return new Authentication.Known(new Caller(NameOf(context.Sender, person), await RoleOfAsync(context, person), ChannelOf(context))
        {
            IsDirect = context.IsHome || context.Place.Channel.StartsWith('D'),
            Person = $"{context.Connection.Name}/user/{context.Sender.UserId}",
            IdempotencyKey = context.IdempotencyKey is { } key ? $"{context.Connection.Name}/{key}" : null,
            Zone = person?.Tz is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null,
        });
    }

    private static ChannelAddress ChannelOf(InteractionContext context) => new(
        SlackConnection.PlatformName,
        context.Connection.Key,
        $"{context.Place}");

    private async Task<Role> RoleOfAsync(InteractionContext context, SlackUser? person)
    {
        var connection = context.Connection.Name;
        var marks = new List<string> { $"user/{context.Sender.UserId}" };
        foreach (var mark in book.Grants.Named(connection).Where(mark => mark.StartsWith("group/", StringComparison.Ordinal)))
        {
            if (await people.IsInAsync(context.Connection, mark["group/".Length..], context.Sender.UserId))
            {
                marks.Add(mark);
            }
        }

        return book.Grants.RoleOf(connection, marks, person is { IsRestricted: false, IsUltraRestricted: false } and ({ IsAdmin: true } or { IsOwner: true }));
    }

    private static string NameOf(Sender sender, SlackUser? person)
    {
        var handle = PersonName.Plain(person?.Name ?? sender.Handle ?? "");
        return PersonName.Of(handle.Length == 0 ? sender.UserId : handle, person?.Profile?.DisplayName, person?.Profile?.RealName);
    }
}
