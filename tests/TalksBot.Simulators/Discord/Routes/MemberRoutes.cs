using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Who is in a guild.</summary>
internal sealed class MemberRoutes(DiscordWorld world, Doors doors)
{
    public IEnumerable<RestRoute> All()
    {
        yield return new("list_guild_members", "GET", "/guilds/{guild_id}/members", List);
        yield return new("search_guild_members", "GET", "/guilds/{guild_id}/members/search", Search);
        yield return new("get_guild_member", "GET", "/guilds/{guild_id}/members/{user_id}", Get);
        yield return new("update_my_guild_member", "PATCH", "/guilds/{guild_id}/members/@me", Rename);
        yield return new("get_guild_role", "GET", "/guilds/{guild_id}/roles/{role_id}", Role);
    }

    /// <summary>The whole list is privileged: only with the intent switched on in the portal.</summary>
    private RestReply List(RestCall call)
    {
        var guild = doors.Guild(call);
        if ((world.Options.AllowedPrivilegedIntents & Intents.GuildMembers) is 0)
        {
            throw Refusal.MissingAccess;
        }

        var limit = call.QueryNumber("limit", 1, 1000, 1);
        var after = call.QueryId("after") ?? 0;
        return RestReply.Ok(Iso.List(guild.Members.Values.Where(member => member.User.Id > after).OrderBy(member => member.User.Id).Take(limit).Select(member => member.ToJson())));
    }

    private RestReply Search(RestCall call)
    {
        var guild = doors.Guild(call);
        var query = call.Query["query"].ToString();
        if (query.Length is 0)
        {
            throw Form.Invalid("query", "BASE_TYPE_REQUIRED", "This field is required");
        }

        var limit = call.QueryNumber("limit", 1, 1000, 1);
        return RestReply.Ok(Iso.List(guild.Members.Values
            .Where(member => (member.Nick ?? member.User.Name).StartsWith(query, StringComparison.OrdinalIgnoreCase) || member.User.Name.StartsWith(query, StringComparison.OrdinalIgnoreCase))
            .Take(limit)
            .Select(member => member.ToJson())));
    }

    private RestReply Get(RestCall call)
    {
        var guild = doors.Guild(call);
        var id = call.Path["user_id"] is "@me" ? world.Bot.Id : call.Id("user_id");
        return RestReply.Ok((guild.Members.GetValueOrDefault(id) ?? throw new Refusal(404, 10007, "Unknown Member")).ToJson());
    }

    private RestReply Rename(RestCall call)
    {
        var guild = doors.Guild(call);
        var me = guild.Members[world.Bot.Id];
        if (!Access.InGuild(guild, me).HasFlag(Permissions.ChangeNickname))
        {
            throw Refusal.MissingPermissions;
        }

        var form = new Form();
        var nick = form.Text(call.Form, "nick", "", 32);
        form.ThrowIfFaulty();
        if (call.Form.ContainsKey("nick"))
        {
            me.Nick = nick is { Length: > 0 } ? nick : null;
        }

        return RestReply.Ok(me.ToJson());
    }

    private RestReply Role(RestCall call) =>
        RestReply.Ok((doors.Guild(call).Roles.GetValueOrDefault(call.Id("role_id")) ?? throw new Refusal(404, 10011, "Unknown Role")).ToJson());
}
