using System.Globalization;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Making, changing and removing channels, threads among them, and what each grants.</summary>
internal sealed class ChannelRoutes(DiscordWorld world, Doors doors)
{
    private static readonly int[] Makeable = [0, 2, 4, 5, 13, 15, 16];

    public IEnumerable<RestRoute> All()
    {
        yield return new("get_channel", "GET", "/channels/{channel_id}", call => RestReply.Ok(doors.Channel(call).ToJson()));
        yield return new("create_guild_channel", "POST", "/guilds/{guild_id}/channels", Create);
        yield return new("update_channel", "PATCH", "/channels/{channel_id}", Update);
        yield return new("delete_channel", "DELETE", "/channels/{channel_id}", Delete);
        yield return new("set_channel_permission_overwrite", "PUT", "/channels/{channel_id}/permissions/{overwrite_id}", Permit);
        yield return new("delete_channel_permission_overwrite", "DELETE", "/channels/{channel_id}/permissions/{overwrite_id}", Forget);
    }

    private RestReply Create(RestCall call)
    {
        var guild = doors.Guild(call);
        if (!Access.InGuild(guild, guild.Members[world.Bot.Id]).HasFlag(Permissions.ManageChannels))
        {
            throw Refusal.MissingPermissions;
        }

        var form = new Form();
        var name = form.Text(call.Form, "name", "", 100, 1, required: true);
        var kind = (int?)form.Whole(call.Form, "type", "", 0, 16) ?? 0;
        var topic = form.Text(call.Form, "topic", "", 1024);
        if (!Makeable.Contains(kind))
        {
            form.Add("type", "BASE_TYPE_CHOICES", "Value must be one of {0, 2, 4, 5, 13, 15, 16}.");
        }

        form.ThrowIfFaulty();
        var made = new DiscordChannel(world.Ids.Next(), guild.Id, (ChannelKind)kind, name!)
        {
            Topic = topic,
            ParentId = form.Snowflake(call.Form, "parent_id", ""),
            Position = world.Channels.Values.Count(one => one.GuildId == guild.Id),
        };
        foreach (var (item, _) in form.Items(call.Form, "permission_overwrites", "", 100))
        {
            made.Overwrites.Add(Read(item, form.Snowflake(item, "id", "", required: true) ?? 0));
        }

        form.ThrowIfFaulty();
        world.Channels[made.Id] = made;
        world.ChannelChanged("CHANNEL_CREATE", made);
        return RestReply.Created(made.ToJson());
    }

    private RestReply Update(RestCall call)
    {
        var channel = doors.Channel(call);
        return channel.Thread is { } thread ? UpdateThread(call, channel, thread) : UpdateChannel(call, channel);
    }

    private RestReply UpdateChannel(RestCall call, DiscordChannel channel)
    {
        doors.Need(channel, Permissions.ManageChannels);
        var form = new Form();
        var name = form.Text(call.Form, "name", "", 100, 1);
        var topic = form.Text(call.Form, "topic", "", 1024);
        var slowmode = form.Whole(call.Form, "rate_limit_per_user", "", 0, 21_600);
        var position = form.Whole(call.Form, "position", "", 0, int.MaxValue);
        form.ThrowIfFaulty();
        channel.Name = name ?? channel.Name;
        channel.Topic = call.Form.ContainsKey("topic") ? topic : channel.Topic;
        channel.Slowmode = (int?)slowmode ?? channel.Slowmode;
        channel.Position = (int?)position ?? channel.Position;
        world.ChannelChanged("CHANNEL_UPDATE", channel);
        return RestReply.Ok(channel.ToJson());
    }

    private RestReply UpdateThread(RestCall call, DiscordChannel channel, DiscordThread thread)
    {
        var form = new Form();
        var archived = form.Flag(call.Form, "archived", "");
        var name = form.Text(call.Form, "name", "", 100, 1);
        form.ThrowIfFaulty();
        if (channel.Archived && (archived || !call.Form.ContainsKey("archived")))
        {
            throw Refusal.ArchivedThread;
        }

        if (channel.Archived)
        {
            // Whoever may write in it may open it again, unless it is locked.
            doors.Need(channel, thread.Locked ? Permissions.ManageThreads : Permissions.SendMessagesInThreads);
        }

        if (call.Form.ContainsKey("locked"))
        {
            doors.Need(channel, Permissions.ManageThreads);
            thread.Locked = form.Flag(call.Form, "locked", "");
        }
        else if (thread.OwnerId != world.Bot.Id && name is not null)
        {
            doors.Need(channel, Permissions.ManageThreads);
        }

        channel.Name = name ?? channel.Name;
        if (call.Form.ContainsKey("archived"))
        {
            thread.Archive(archived, world.Now);
        }

        world.ChannelChanged("THREAD_UPDATE", channel);
        return RestReply.Ok(channel.ToJson());
    }

    private RestReply Delete(RestCall call)
    {
        var channel = doors.Channel(call);
        if (channel.GuildId is not 0)
        {
            doors.Need(channel, channel.IsThread ? Permissions.ManageThreads : Permissions.ManageChannels);
        }

        world.Channels.Remove(channel.Id);
        world.ChannelChanged(channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", channel);
        return RestReply.Ok(channel.ToJson());
    }

    private RestReply Permit(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.ManageRoles);
        var id = call.Id("overwrite_id");
        channel.Overwrites.RemoveAll(one => one.Id == id);
        channel.Overwrites.Add(Read(call.Form, id));
        world.ChannelChanged("CHANNEL_UPDATE", channel);
        return RestReply.Nothing;
    }

    private RestReply Forget(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.ManageRoles);
        var id = call.Id("overwrite_id");
        if (channel.Overwrites.RemoveAll(one => one.Id == id) is 0)
        {
            throw new Refusal(404, 10009, "Unknown Overwrite");
        }

        world.ChannelChanged("CHANNEL_UPDATE", channel);
        return RestReply.Nothing;
    }

    private static Overwrite Read(JsonObject written, ulong id) =>
        new(id, written["type"]?.ToString() is "1" or "member", Bits(written, "allow"), Bits(written, "deny"));

    private static Permissions Bits(JsonObject written, string key) =>
        ulong.TryParse(written[key]?.ToString() ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            ? (Permissions)bits
            : throw Form.Invalid(key, "NUMBER_TYPE_COERCE", "Value is not int.");
}
