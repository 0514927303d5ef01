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
    public async Task<Welcome> OfAsync(Visit visit)
    {
        var who = await visit.Connection.WhoAsync(CancellationToken.None);
        if (who is not Answered<Identity>(var identity))
        {
            return new Welcome.TurnedAway(Reply.Refuse(who is Failed<Identity>(CredentialsDead) ? Dead : Unsure));
        }

        if (visit.Visitor.TeamId is { } team && team != identity.TeamId)
        {
            return new Welcome.TurnedAway(Reply.Refuse(Foreign));
        }

        var person = await people.FindAsync(visit.Connection, visit.Visitor.UserId);
        if (person is { IsStranger: true } || (person?.TeamId is { } home && home != identity.TeamId))
        {
            return new Welcome.TurnedAway(Reply.Refuse(Foreign));
        }

        // In a channel shared with another workspace nobody may be told anything before it is known whose they are.
        if (person is null && visit.Visitor.TeamId is null)
        {
            return new Welcome.TurnedAway(Reply.Refuse(Unknown));
        }

        return new Welcome.Known(new Caller(NameOf(visit.Visitor, person), await RoleOfAsync(visit, person), ChannelOf(visit))
        {
            Person = $"{visit.Connection.Name}/user/{visit.Visitor.UserId}",
            IdempotencyKey = visit.IdempotencyKey is { } key ? $"{visit.Connection.Name}/{key}" : null,
            Zone = person?.Tz is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null,
        });
    }

    private static ChannelAddress ChannelOf(Visit visit) => new(
        SlackConnection.PlatformName,
        visit.Connection.Key,
        $"{visit.Place}");

    private async Task<Role> RoleOfAsync(Visit visit, SlackUser? person)
    {
        var connection = visit.Connection.Name;
        var marks = new List<string> { $"user/{visit.Visitor.UserId}" };
        foreach (var mark in book.Grants.Named(connection).Where(mark => mark.StartsWith("group/", StringComparison.Ordinal)))
        {
            if (await people.IsInAsync(visit.Connection, mark["group/".Length..], visit.Visitor.UserId))
            {
                marks.Add(mark);
            }
        }

        var given = book.Grants.Of(connection, marks) ?? Role.Reader;
        return given < Role.Chief && person is { IsAdmin: true } or { IsOwner: true } && person is { IsRestricted: false, IsUltraRestricted: false } && !book.Grants.NamesChiefs(connection) ? Role.Chief : given;
    }

    private static string NameOf(Visitor visitor, SlackUser? person)
    {
        var handle = PersonName.Plain(person?.Name ?? visitor.Handle ?? "");
        return PersonName.Of(handle.Length == 0 ? visitor.UserId : handle, person?.Profile?.DisplayName, person?.Profile?.RealName);
    }
}
