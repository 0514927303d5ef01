using System.Net;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Interactions;
using TalksBot.Simulators.Slack.Posting;
using TalksBot.Simulators.Slack.Routes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack;

/// <content>The scene and the people in it.</content>
public sealed partial class SlackSimulator
{
    /// <summary>A channel that everybody added so far is in, and the bot too unless told otherwise. Gives its id.</summary>
    public string AddChannel(string name, ChannelKind kind = ChannelKind.Public, bool withBot = true)
    {
        lock (_world.Gate)
        {
            var channel = new SlackChannel(_world.Ids.Next('C'), name, kind);
            channel.Members.UnionWith(_world.Users.Keys.Where(id => withBot || id != BotUserId));
            _world.Channels[channel.Id] = channel;
            return channel.Id;
        }
    }

    /// <summary>A person, who joins every channel there is so far. Gives their id.</summary>
    /// <param name="zone">An IANA name.</param>
    public string AddPerson(string name, string zone = "America/New_York", bool isAdmin = false)
    {
        lock (_world.Gate)
        {
            var user = new SlackUser(_world.Ids.Next('U'), name) { Zone = zone, IsAdmin = isAdmin };
            _world.Users[user.Id] = user;
            foreach (var channel in _world.Channels.Values.Where(one => one.Kind is not ChannelKind.Direct))
            {
                channel.Members.Add(user.Id);
            }

            return user.Id;
        }
    }

    public string AddGroup(string handle, params string[] users)
    {
        lock (_world.Gate)
        {
            var group = new UserGroup(_world.Ids.Next('S'), handle, users);
            _world.Groups[group.Id] = group;
            return group.Id;
        }
    }

    public void Archive(string channel, bool archived = true) => Change(channel, one =>
    {
        one.Archived = archived;
        Tell(one, archived ? "archive" : "unarchive");
    });

    /// <summary>Only admins may post: <c>restricted_action</c> for the bot.</summary>
    public void MakeReadOnly(string channel, bool readOnly = true) => Change(channel, one => one.ReadOnly = readOnly);

    public void MakeThreadOnly(string channel, bool threadOnly = true) => Change(channel, one => one.ThreadOnly = threadOnly);

    /// <summary>Adds somebody to a channel, or the bot by <see cref="BotUserId"/>.</summary>
    public void Invite(string channel, string user) => Change(channel, one => one.Members.Add(user));

    public void Remove(string channel, string user) => Change(channel, one =>
    {
        one.Members.Remove(user);
        _happenings.Tell("member_left_channel", new JsonObject { ["user"] = user, ["channel"] = one.Id, ["channel_type"] = one.IsPrivate ? "G" : "C", ["team"] = _world.TeamId });
        if (user == BotUserId)
        {
            Tell(one, "left");
        }
    });

    public void DeleteChannel(string channel)
    {
        lock (_world.Gate)
        {
            if (_world.Channels.Remove(channel, out var gone))
            {
                Tell(gone, "deleted");
            }
        }
    }

    /// <summary>A person writes; gives the message's ts. The bot hears of it only if it subscribed to <c>message</c>.</summary>
    public string Say(string channel, string user, string text, string? threadTs = null)
    {
        lock (_world.Gate)
        {
            var message = _poster.Create(_world.Channels[channel], _world.Users[user], new MessageDraft(text, null, null), (threadTs, null));
            _happenings.Tell(message);
            return message.Ts;
        }
    }

    /// <summary>A person puts an emoji under a message, by its name without colons.</summary>
    public void React(string channel, string user, string ts, string name) =>
        Change(channel, one => new ReactionRoutes(_world, _happenings).Put(one.Messages[ts], name, _world.Users[user]));

    /// <summary>An admin takes the app out of the workspace, or its token away: it is told so, <c>app_uninstalled</c> or <c>tokens_revoked</c>, and may do nothing more.</summary>
    public void TakeAway(string how)
    {
        lock (_world.Gate)
        {
            _world.BotTokenFault = how is "tokens_revoked" ? "token_revoked" : "account_inactive";
            _happenings.Tell(how, how is "tokens_revoked" ? new JsonObject { ["tokens"] = new JsonObject { ["bot"] = new JsonArray(BotUserId) } } : []);
        }
    }

    /// <summary>The app subscribes to more kinds of events from now on.</summary>
    public void Subscribe(params string[] kinds)
    {
        lock (_world.Gate)
        {
            _happenings.Subscribe(kinds);
        }
    }

    /// <summary>A person opens the app's home; gives what is published there, null when nothing is.</summary>
    public JsonObject? OpenHome(string user)
    {
        lock (_world.Gate)
        {
            var home = _world.Homes.GetValueOrDefault(user)?.ToJson(_world);
            var happening = new JsonObject { ["user"] = user, ["channel"] = _world.DirectWith(_world.Users[user]).Id, ["tab"] = "home" };
            if (home is not null)
            {
                happening["view"] = home.DeepClone();
            }

            _happenings.Tell("app_home_opened", happening);
            return home;
        }
    }

    /// <summary>What is published on a person's page by now; null when nothing is.</summary>
    public JsonObject? HomeOf(string user)
    {
        lock (_world.Gate)
        {
            return _world.Homes.GetValueOrDefault(user)?.ToJson(_world);
        }
    }

    /// <summary>A person presses a button on the app's home.</summary>
    /// <param name="button">Action id, value or label.</param>
    public Task<SlackAnswer> PressAtHomeAsync(string user, string button, CancellationToken token) =>
        _desk.AskAsync(() => _person.PressAtHome(user, button), token);

    /// <summary>An admin deletes a message.</summary>
    public void DeleteMessage(string channel, string ts) => Change(channel, one => _poster.Delete(one.Messages[ts]));

    /// <summary>Everything ever posted in a channel, oldest first, deleted messages marked; single people's only for <paramref name="seenBy"/>.</summary>
    public IReadOnlyList<PostedMessage> Messages(string channel, string? seenBy = null)
    {
        lock (_world.Gate)
        {
            var place = _world.Channels[channel];
            return [.. place.Messages.Values.Concat(place.Ephemerals.Where(one => one.OnlyFor == seenBy)).OrderBy(one => one.Ts, StringComparer.Ordinal).Select(one => one.ToPosted(_world))];
        }
    }

    /// <summary>The direct conversation with a person; made if there was none. Gives its id.</summary>
    public string DirectChannel(string user)
    {
        lock (_world.Gate)
        {
            return _world.DirectWith(_world.Users[user]).Id;
        }
    }

    /// <summary>A person runs <c>/talks text</c>.</summary>
    public Task<SlackAnswer> CommandAsync(string channel, string user, string command, string text, CancellationToken token) =>
        _desk.AskAsync(() => _person.Command(user, channel, command, text), token);

    /// <summary>A person presses a button of a message, ephemeral or not.</summary>
    /// <param name="button">Action id, value or label.</param>
    public Task<SlackAnswer> PressAsync(string user, PostedMessage message, string button, CancellationToken token) =>
        _desk.AskAsync(() => _person.Press(user, message, button, values: null), token);

    /// <summary>A person picks one of the app's shortcuts out of a message's menu.</summary>
    /// <param name="shortcut">Its name or its callback id.</param>
    public Task<SlackAnswer> ShortcutAsync(string user, string channel, string ts, string shortcut, CancellationToken token) =>
        _desk.AskAsync(() => _person.Shortcut(user, channel, ts, shortcut), token);

    /// <summary>A person chooses in a menu or picker; options by value or label.</summary>
    public Task<SlackAnswer> ChooseAsync(string user, PostedMessage message, string actionId, IReadOnlyList<string> values, CancellationToken token) =>
        _desk.AskAsync(() => _person.Press(user, message, actionId, values), token);

    /// <summary>A person presses a button in an open modal, or chooses there when there are values.</summary>
    public Task<SlackAnswer> PressInViewAsync(string user, string viewId, string button, IReadOnlyList<string>? values, CancellationToken token) =>
        _desk.AskAsync(() => _person.PressInView(user, viewId, button, values), token);

    /// <summary>A person types into a select that asks the app for its options.</summary>
    public Task<SlackAnswer> SuggestAsync(string user, PostedMessage message, string actionId, string typed, CancellationToken token) =>
        _desk.AskAsync(() => _person.Suggest(user, message, actionId, typed), token);

    /// <summary>A person fills in a modal and submits it; <paramref name="values"/> by block id or action id, a string or an array each.</summary>
    public Task<SlackAnswer> SubmitAsync(string user, string viewId, JsonObject values, CancellationToken token) =>
        _desk.AskAsync(() => _person.Submit(user, viewId, values), token);

    /// <summary>As <see cref="SubmitAsync"/>, but a form that closes is an answer, after which only the lull is waited for more.</summary>
    internal Task<SlackAnswer> SubmitBrieflyAsync(string user, string viewId, JsonObject values, CancellationToken token) =>
        _desk.AskAsync(() => _person.Submit(user, viewId, values) with { LooksBriefly = true }, token);

    /// <summary>A person closes a modal; the app hears of it only if the view asked for that.</summary>
    public async Task CloseViewAsync(string user, string viewId, CancellationToken token)
    {
        Act? act;
        lock (_world.Gate)
        {
            act = _person.Close(user, viewId);
        }

        if (act is not null)
        {
            await _desk.AskAsync(() => act, token);
        }
    }

    /// <summary>A person mentions the bot; ends when the event was acknowledged or given up.</summary>
    /// <param name="threadTs">The parent's ts; null outside a thread.</param>
    public Task<SlackAnswer> MentionAsync(string channel, string user, string? threadTs, string text, CancellationToken token) =>
        _desk.AskAsync(() => ActOfMention(channel, user, threadTs, text), token);

    /// <summary>Sends a command by HTTP with something wrong about it; gives the status it was answered with. Only with a request URL.</summary>
    public Task<HttpStatusCode> ForgeAsync(string channel, string user, string command, Forgery forgery, CancellationToken token)
    {
        lock (_world.Gate)
        {
            return Http.ForgeAsync(_person.Command(user, channel, command, "").Envelope, forgery, token);
        }
    }

    /// <summary>Whether the address for events echoes Slack's challenge. Only with a request URL.</summary>
    public Task<bool> EndpointIsAdmittedAsync(CancellationToken token) => Http.EchoesChallengeAsync(token);

    private HttpDoor Http => _http ?? throw new InvalidOperationException("This workspace uses Socket Mode.");

    internal JsonObject Describe()
    {
        var connected = _http is not null || Connections > 0;
        lock (_world.Gate)
        {
            return Control.ControlState.Of(_world, connected);
        }
    }

    /// <summary>A file's bytes, whoever asks.</summary>
    internal (string Name, byte[] Bytes)? FindFile(string id)
    {
        lock (_world.Gate)
        {
            return _world.Files.GetValueOrDefault(id) is { Bytes: { } bytes } file ? (file.Name, bytes) : null;
        }
    }

    internal string FindUser(string idOrName)
    {
        lock (_world.Gate)
        {
            return _world.Users.Values.FirstOrDefault(one => one.Id == idOrName || one.Name == idOrName.TrimStart('@'))?.Id ?? throw new InvalidOperationException($"Nobody is called {idOrName}.");
        }
    }

    internal string FindChannel(string idOrName)
    {
        lock (_world.Gate)
        {
            return _world.Channels.Values.FirstOrDefault(one => one.Id == idOrName || one.Name == idOrName.TrimStart('#'))?.Id ?? throw new InvalidOperationException($"No channel is called {idOrName}.");
        }
    }

    private Act ActOfMention(string channel, string user, string? threadTs, string text)
    {
        var (who, where) = _person.Stand(user, channel);
        if (!where.Members.Contains(BotUserId) || !_world.Options.Scopes.Contains("app_mentions:read", StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"The bot would not hear of a mention in {where.Name}.");
        }

        var message = _poster.Create(where, who, new MessageDraft($"<@{BotUserId}> {text}", null, null), (threadTs, null));
        return new Act(new Exchange(who, where, _world.Now), new Envelope("events_api", new Payloads(_world).Mention(message), AcceptsPayload: false));
    }

    /// <summary>What became of a channel: <c>channel_archive</c>, of a private one <c>group_archive</c>.</summary>
    private void Tell(SlackChannel channel, string what) => _happenings.Tell(
        $"{(channel.Kind is ChannelKind.Private ? "group" : "channel")}_{what}", new JsonObject { ["channel"] = channel.Id, ["user"] = BotUserId });

    private void Change(string channel, Action<SlackChannel> change)
    {
        lock (_world.Gate)
        {
            change(_world.Channels[channel]);
        }
    }
}
