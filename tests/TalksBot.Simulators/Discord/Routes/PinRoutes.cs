using System.Globalization;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Posting;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Pins, under their own permission since 2026. Protocol sheet §2 and §12.</summary>
internal sealed class PinRoutes(DiscordWorld world, Doors doors, Poster poster)
{
    private const int MostPins = 250;
    private const int MostListed = 50;
    private const int PinnedNotice = 6;

    public IEnumerable<RestRoute> All()
    {
        const string pins = "/channels/{channel_id}/messages/pins";
        yield return new("list_pins", "GET", pins, List);
        yield return new("create_pin", "PUT", pins + "/{message_id}", Pin) { Bodyless = true };
        yield return new("delete_pin", "DELETE", pins + "/{message_id}", Unpin);
        yield return new("deprecated_list_pins", "GET", "/channels/{channel_id}/pins", ListAll) { Bucket = "list_pins" };
        yield return new("deprecated_create_pin", "PUT", "/channels/{channel_id}/pins/{message_id}", Pin) { Bodyless = true, Bucket = "create_pin" };
        yield return new("deprecated_delete_pin", "DELETE", "/channels/{channel_id}/pins/{message_id}", Unpin) { Bucket = "delete_pin" };
    }

    private RestReply List(RestCall call)
    {
        var (channel, all) = Pinned(call);
        var limit = call.QueryNumber("limit", 1, MostListed, MostListed);
        var before = DateTimeOffset.TryParse(call.Query["before"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : DateTimeOffset.MaxValue;
        var pins = all.Where(pin => pin.At < before).ToList();
        return RestReply.Ok(new JsonObject
        {
            ["items"] = Iso.List(pins.Take(limit).Select(pin => new JsonObject
            {
                ["pinned_at"] = Iso.Of(pin.At),
                ["message"] = channel.Messages[pin.MessageId].ToJson(),
            })),
            ["has_more"] = pins.Count > limit,
        });
    }

    /// <summary>The deprecated list: bare messages, the latest 50 pins. Protocol sheet §2.</summary>
    private RestReply ListAll(RestCall call)
    {
        var (channel, pins) = Pinned(call);
        return RestReply.Ok(Iso.List(pins.Take(MostListed).Select(pin => channel.Messages[pin.MessageId].ToJson())));
    }

    /// <summary>Who may not read the history finds no pins. Protocol sheet §2.</summary>
    private (DiscordChannel Channel, IReadOnlyList<(ulong MessageId, DateTimeOffset At)> Pins) Pinned(RestCall call)
    {
        var channel = doors.Channel(call);
        return (channel, doors.May(channel, Permissions.ReadMessageHistory) ? channel.Pins : []);
    }

    private RestReply Pin(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.PinMessages);
        var message = Doors.Message(call, channel);
        if (message.Kind is not (0 or 19 or 20))
        {
            throw new Refusal(403, 50021, "Cannot execute action on a system message");
        }

        if (channel.Archived)
        {
            throw Refusal.ArchivedThread;
        }

        if (message.Pinned)
        {
            return RestReply.Nothing;
        }

        if (channel.Pins.Count >= MostPins)
        {
            throw new Refusal(400, 30003, $"Maximum number of pins reached for the channel ({MostPins})");
        }

        message.Pinned = true;
        channel.Pins.Insert(0, (message.Id, world.Now));
        FollowerNotifier(channel, message);
        var reference = new JsonObject { ["type"] = 0, ["channel_id"] = $"{channel.Id}", ["message_id"] = $"{message.Id}", ["guild_id"] = $"{channel.GuildId}" };
        poster.Add(channel, new DiscordMessage(world.Ids.Next(), channel.Id, world.Bot) { Kind = PinnedNotice, Reference = reference });
        return RestReply.Nothing;
    }

    private RestReply Unpin(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.PinMessages);
        var message = Doors.Message(call, channel);
        message.Pinned = false;
        channel.Pins.RemoveAll(pin => pin.MessageId == message.Id);
        FollowerNotifier(channel, message);
        return RestReply.Nothing;
    }

    private void FollowerNotifier(DiscordChannel channel, DiscordMessage message)
    {
        var json = new JsonObject { ["guild_id"] = $"{channel.GuildId}", ["channel_id"] = $"{channel.Id}" };
        json["last_pin_timestamp"] = channel.Pins.Count is 0 ? null : Iso.Of(channel.Pins[0].At);
        world.Publish(new GatewayEvent("CHANNEL_PINS_UPDATE", json, Intents.Guilds, channel.GuildId));
        world.MessageChanged("MESSAGE_UPDATE", channel, message);
    }
}
