using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Posting;

/// <summary>Where the bot may post. slack.md §3 and §14, line 7.</summary>
internal sealed class PostingRights(SlackWorld world)
{
    /// <summary>The channel of an id, of a name with or without <c>#</c>, or the direct one with a user; refused where the bot may not post.</summary>
    public SlackChannel Open(WebCall call)
    {
        var name = call.Required("channel");
        var channel = world.Users.TryGetValue(name, out var user) ? world.DirectWith(user) : Find(name) ?? throw new Refusal("channel_not_found");
        var isMember = channel.Members.Contains(world.Bot.Id);
        if (channel.IsPrivate && !isMember)
        {
            throw new Refusal("channel_not_found");
        }

        if (channel.Kind is ChannelKind.Direct && !world.Options.MessagesTab)
        {
            throw new Refusal("messages_tab_disabled");
        }

        if (channel.Archived)
        {
            throw new Refusal("is_archived");
        }

        if (!isMember && !world.Options.Scopes.Contains("chat:write.public", StringComparer.Ordinal))
        {
            throw new Refusal("not_in_channel");
        }

        if (channel.ReadOnly)
        {
            throw new Refusal("restricted_action");
        }

        return channel.ThreadOnly && call.Optional("thread_ts") is null ? throw new Refusal("restricted_action_thread_only_channel") : channel;
    }

    /// <summary>The thread a message belongs in; null for none. A reply's ts stands for nothing.</summary>
    public static string? Thread(WebCall call, SlackChannel channel)
    {
        if (call.Optional("thread_ts") is not { } ts)
        {
            return null;
        }

        return channel.Find(ts) is { IsReply: false } ? ts : throw new Refusal("invalid_thread_ts");
    }

    private SlackChannel? Find(string name) => world.Channels.GetValueOrDefault(name)
        ?? world.Channels.Values.FirstOrDefault(one => one.Kind is ChannelKind.Public && one.Name == name.TrimStart('#'));
}
