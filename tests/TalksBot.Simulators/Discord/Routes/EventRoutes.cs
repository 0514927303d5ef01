using System.Globalization;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Events on a guild's calendar; making one needs CREATE_EVENTS since 2026.</summary>
internal sealed class EventRoutes(DiscordWorld world, Doors doors)
{
    private const int Elsewhere = 3;
    private const int MostOpen = 100;

    public IEnumerable<RestRoute> All()
    {
        const string all = "/guilds/{guild_id}/scheduled-events";
        const string one = all + "/{guild_scheduled_event_id}";
        yield return new("list_guild_scheduled_events", "GET", all, List);
        yield return new("create_guild_scheduled_event", "POST", all, Create);
        yield return new("get_guild_scheduled_event", "GET", one, call => RestReply.Ok(Find(call).Event.ToJson()));
        yield return new("update_guild_scheduled_event", "PATCH", one, Update);
        yield return new("delete_guild_scheduled_event", "DELETE", one, Delete);
        yield return new("list_guild_scheduled_event_users", "GET", one + "/users", Users);
    }

    private RestReply List(RestCall call) => RestReply.Ok(Iso.List(doors.Guild(call).Events.Values.Select(one => one.ToJson())));

    private RestReply Create(RestCall call)
    {
        var guild = doors.Guild(call);
        Need(guild, Permissions.CreateEvents);
        var made = new ScheduledEvent(world.Ids.Next(), guild.Id, world.Bot);
        Fill(made, call.Form, isNew: true);
        if (guild.Events.Values.Count(one => one.Status is 1 or 2) >= MostOpen)
        {
            throw new Refusal(400, 30038, $"Maximum number of uncompleted guild scheduled events reached ({MostOpen})");
        }

        guild.Events[made.Id] = made;
        Tell("GUILD_SCHEDULED_EVENT_CREATE", made);
        return RestReply.Ok(made.ToJson());
    }

    private RestReply Update(RestCall call)
    {
        var (guild, found) = Find(call);
        Need(guild, found.Creator.Id == world.Bot.Id ? Permissions.CreateEvents : Permissions.ManageEvents);
        Fill(found, call.Form, isNew: false);
        Tell("GUILD_SCHEDULED_EVENT_UPDATE", found);
        return RestReply.Ok(found.ToJson());
    }

    private RestReply Delete(RestCall call)
    {
        var (guild, found) = Find(call);
        Need(guild, found.Creator.Id == world.Bot.Id ? Permissions.CreateEvents : Permissions.ManageEvents);
        guild.Events.Remove(found.Id);
        Tell("GUILD_SCHEDULED_EVENT_DELETE", found);
        return RestReply.Nothing;
    }

    private RestReply Users(RestCall call)
    {
        _ = Find(call);
        return RestReply.Ok(new JsonArray());
    }

    private void Fill(ScheduledEvent one, JsonObject body, bool isNew)
    {
        var form = new Form();
        var name = form.Text(body, "name", "", 100, 1, isNew);
        var description = form.Text(body, "description", "", 1000);
        var kind = (int?)form.Whole(body, "entity_type", "", 1, 3, isNew) ?? one.Kind;
        form.Whole(body, "privacy_level", "", 2, 2, isNew);
        var start = Moment(form, body, "scheduled_start_time", isNew) ?? one.Start;
        var end = body.ContainsKey("scheduled_end_time") ? Moment(form, body, "scheduled_end_time", kind is Elsewhere) : one.End;
        var place = body["entity_metadata"] is JsonObject metadata ? form.Text(metadata, "location", "entity_metadata", 100, 1, kind is Elsewhere) : one.Location;
        var channel = form.Snowflake(body, "channel_id", "") ?? one.ChannelId;
        var status = (int?)form.Whole(body, "status", "", 1, 4) ?? one.Status;
        RequireByKind(form, kind, (place, channel, end));
        if (start != one.Start && start <= world.Now)
        {
            form.Add("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.");
        }

        form.ThrowIfFaulty();
        if (status != one.Status && (one.Status, status) is not ((1, 2) or (2, 3) or (1, 4)))
        {
            throw new Refusal(400, 180000, "Cannot update a finished event");
        }

        (one.Name, one.Description, one.Kind) = (name ?? one.Name, body.ContainsKey("description") ? description : one.Description, kind);
        (one.Start, one.End, one.Status) = (start, end, status);
        (one.Location, one.ChannelId) = (kind is Elsewhere ? place : null, kind is Elsewhere ? null : channel);
    }

    private static void RequireByKind(Form form, int kind, (string? Place, ulong? Channel, DateTimeOffset? End) given)
    {
        if (kind is Elsewhere && given.Place is null)
        {
            form.Required("entity_metadata");
        }

        if (kind is Elsewhere && given.End is null)
        {
            form.Required("scheduled_end_time");
        }

        if (kind is not Elsewhere && given.Channel is null)
        {
            form.Required("channel_id");
        }
    }

    private static DateTimeOffset? Moment(Form form, JsonObject body, string key, bool required)
    {
        var text = form.Text(body, key, "", 100, 1, required);
        if (text is null)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        form.Add(key, "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
        return null;
    }

    private (DiscordGuild Guild, ScheduledEvent Event) Find(RestCall call)
    {
        var guild = doors.Guild(call);
        return (guild, guild.Events.GetValueOrDefault(call.Id("guild_scheduled_event_id")) ?? throw new Refusal(404, 10070, "Unknown Guild Scheduled Event"));
    }

    private void Need(DiscordGuild guild, Permissions needed)
    {
        if (!Access.InGuild(guild, guild.Members[world.Bot.Id]).HasFlag(needed))
        {
            throw Refusal.MissingPermissions;
        }
    }

    private void Tell(string what, ScheduledEvent one) => world.Publish(new GatewayEvent(what, one.ToJson(), Intents.GuildScheduledEvents, one.GuildId));
}
