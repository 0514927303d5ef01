using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Posting;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord;

/// <content>The scene and the people in it.</content>
public sealed partial class DiscordSimulator
{
    /// <summary>A guild with the bot in it, under a role that holds <see cref="Permissions.Bot"/>. Gives its id.</summary>
    public ulong AddGuild(string name)
    {
        lock (_world.Gate)
        {
            var owner = _world.AddUser($"{name}-owner");
            var guild = new DiscordGuild(_world.Ids.Next(), name, owner.Id, _world.Now);
            _world.Guilds[guild.Id] = guild;
            guild.Members[owner.Id] = new DiscordMember(owner, _world.Now);
            var role = new DiscordRole(_world.Ids.Next(), _world.Bot.Name, Permissions.Bot, 1);
            guild.Roles[role.Id] = role;
            guild.Members[BotId] = new DiscordMember(_world.Bot, _world.Now) { Roles = { role.Id } };
            _world.Publish(new GatewayEvent("GUILD_CREATE", guild.ToEventJson([]), Intents.Guilds, guild.Id));
            return guild.Id;
        }
    }

    /// <summary>A moderator throws the bot out of a guild: it hears GUILD_DELETE and finds nothing there any more.</summary>
    public void RemoveBot(ulong guild)
    {
        lock (_world.Gate)
        {
            _world.Guilds[guild].Members.Remove(BotId);
            _world.Publish(new GatewayEvent("GUILD_DELETE", new JsonObject { ["id"] = $"{guild}" }, Intents.Guilds, guild));
        }
    }

    public ulong AddChannel(ulong guild, string name, ChannelKind kind = ChannelKind.Text)
    {
        lock (_world.Gate)
        {
            var position = _world.Channels.Values.Count(one => one.GuildId == guild);
            var channel = new DiscordChannel(_world.Ids.Next(), guild, kind, name) { Position = position };
            _world.Channels[channel.Id] = channel;
            _world.ChannelChanged("CHANNEL_CREATE", channel);
            return channel.Id;
        }
    }

    public ulong AddRole(ulong guild, string name, Permissions permissions = Permissions.None, bool mentionable = false)
    {
        lock (_world.Gate)
        {
            var roles = _world.Guilds[guild].Roles;
            var role = new DiscordRole(_world.Ids.Next(), name, permissions, roles.Count) { Mentionable = mentionable };
            roles[role.Id] = role;
            _world.Publish(new GatewayEvent("GUILD_ROLE_CREATE", new() { ["guild_id"] = $"{guild}", ["role"] = role.ToJson() }, Intents.Guilds, guild));
            return role.Id;
        }
    }

    public ulong AddPerson(ulong guild, string name, params ulong[] roles)
    {
        lock (_world.Gate)
        {
            var member = new DiscordMember(_world.AddUser(name), _world.Now);
            member.Roles.UnionWith(roles);
            _world.Guilds[guild].Members[member.User.Id] = member;
            return member.User.Id;
        }
    }

    /// <summary>Sets what one channel grants or refuses to a role or a member; <see cref="BotId"/> for the bot itself.</summary>
    public void Permit(ulong channel, ulong roleOrMember, Permissions allow, Permissions deny)
    {
        lock (_world.Gate)
        {
            var place = _world.Channels[channel];
            var isMember = _world.Users.ContainsKey(roleOrMember);
            place.Overwrites.RemoveAll(one => one.Id == roleOrMember);
            place.Overwrites.Add(new Overwrite(roleOrMember, isMember, allow, deny));
            _world.ChannelChanged("CHANNEL_UPDATE", place);
        }
    }

    public void DenyBot(ulong channel, Permissions deny) => Permit(channel, BotId, Permissions.None, deny);

    public void DeleteChannel(ulong channel)
    {
        lock (_world.Gate)
        {
            if (_world.Channels.Remove(channel, out var gone))
            {
                _world.ChannelChanged(gone.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", gone);
            }
        }
    }

    /// <summary>A moderator archives or locks a thread.</summary>
    public void CloseThread(ulong thread, bool archived, bool locked)
    {
        lock (_world.Gate)
        {
            var channel = _world.Channels[thread];
            channel.Thread!.Archive(archived, _world.Now);
            channel.Thread.Locked = locked;
            _world.ChannelChanged("THREAD_UPDATE", channel);
        }
    }

    /// <summary>A person shuts direct messages from people of a server: 50007 for whoever writes to them from then on.</summary>
    public void CloseDirect(ulong user)
    {
        lock (_world.Gate)
        {
            _world.Users[user].TakesDirect = false;
        }
    }

    /// <summary>What a person sees in the direct conversation with the bot, oldest first; nothing where there is none.</summary>
    public IReadOnlyList<PostedMessage> DirectMessages(ulong user)
    {
        lock (_world.Gate)
        {
            return _world.Channels.Values.FirstOrDefault(one => one.Recipient?.Id == user) is { } channel ? [.. channel.Messages.Values.Select(PostedMessage.Of)] : [];
        }
    }

    /// <summary>A person writes; gives the message's id.</summary>
    /// <param name="embeds">Cards, as only another bot or a webhook writes them.</param>
    public ulong Say(ulong user, ulong channel, string text, JsonArray? embeds = null)
    {
        lock (_world.Gate)
        {
            var draft = MessageForm.Read(new JsonObject { ["content"] = text, ["embeds"] = embeds }, [], FormKind.Create);
            return _poster.Create(_world.Channels[channel], _world.Users[user], draft).Id;
        }
    }

    /// <summary>A person puts an emoji under a message.</summary>
    public void React(ulong user, ulong channel, ulong message, string emoji)
    {
        lock (_world.Gate)
        {
            var place = _world.Channels[channel];
            _reactions.Add(place, place.Messages[message], _world.Users[user], emoji);
        }
    }

    /// <summary>Gives a role of a guild other permissions; the bot's own is named like the bot.</summary>
    public void Grant(ulong guild, string role, Permissions permissions)
    {
        lock (_world.Gate)
        {
            var found = _world.Guilds[guild].Roles.Values.First(one => string.Equals(one.Name, role, StringComparison.OrdinalIgnoreCase));
            found.Permissions = permissions;
            _world.Publish(new GatewayEvent("GUILD_ROLE_UPDATE", new() { ["guild_id"] = $"{guild}", ["role"] = found.ToJson() }, Intents.Guilds, guild));
        }
    }

    /// <summary>A moderator deletes a message.</summary>
    public void DeleteMessage(ulong channel, ulong message)
    {
        lock (_world.Gate)
        {
            var place = _world.Channels[channel];
            _poster.Delete(place, place.Messages[message]);
        }
    }

    /// <summary>Takes the token away, as when it leaked: 401 and close code 4004 from now on.</summary>
    public void RevokeToken()
    {
        lock (_world.Gate)
        {
            _world.TokenLives = false;
        }

        Faults.CloseGateway(4004);
    }

    /// <summary>What a channel shows, oldest first; ephemeral answers only to <paramref name="seenBy"/>, null for nobody's.</summary>
    public IReadOnlyList<PostedMessage> Messages(ulong channel, ulong? seenBy = null)
    {
        lock (_world.Gate)
        {
            return [.. _world.Channels[channel].Messages.Values.Where(one => one.OnlyFor is null || one.OnlyFor == seenBy).Select(PostedMessage.Of)];
        }
    }

    /// <summary>The commands registered in a guild, or globally for null, as the API would list them.</summary>
    public IReadOnlyList<JsonObject> Commands(ulong? guild = null)
    {
        lock (_world.Gate)
        {
            return [.. _world.Commands.Where(one => one.GuildId == guild).Select(one => one.ToJson())];
        }
    }

    /// <summary>A person runs <c>deadline add</c>; throws where Discord's own window would not let them.</summary>
    public Task<DiscordAnswer> RunCommandAsync(ulong user, ulong channel, string command, JsonObject options, CancellationToken token) =>
        _desk.AskAsync(() => _person.Command(user, channel, command, options, focused: null), token);

    /// <summary>A person picks a command out of the menu of a message, such as <c>Make this an update</c>.</summary>
    public Task<DiscordAnswer> RunOnMessageAsync(ulong user, ulong channel, ulong message, string command, CancellationToken token) =>
        _desk.AskAsync(() => _person.CommandOn(user, channel, message, command), token);

    /// <summary>A person types into an option; the answer holds the suggestions.</summary>
    public Task<DiscordAnswer> AutocompleteAsync(ulong user, ulong channel, string command, JsonObject options, string focused, CancellationToken token) =>
        _desk.AskAsync(() => _person.Command(user, channel, command, options, focused), token);

    /// <summary>A person presses a button or picks from a menu.</summary>
    public Task<DiscordAnswer> PressAsync(ulong user, ulong channel, ulong message, string customId, IReadOnlyList<string> values, CancellationToken token) =>
        _desk.AskAsync(() => _person.Press(user, channel, message, customId, values), token);

    public Task<DiscordAnswer> PressAsync(ulong user, PostedMessage message, string customId, CancellationToken token) =>
        PressAsync(user, message.ChannelId, message.Id, customId, [], token);

    /// <summary>A person fills in the form that an earlier answer opened; <paramref name="values"/> by custom id.</summary>
    public Task<DiscordAnswer> SubmitModalAsync(ulong user, ulong interaction, JsonObject values, CancellationToken token) =>
        _desk.AskAsync(() => _person.Submit(user, interaction, values), token);

    /// <summary>Whether the bot's HTTP endpoint answers a PING and refuses a bad signature; only with that option set.</summary>
    public Task<bool> EndpointIsAdmittedAsync(CancellationToken token) =>
        _endpoint?.AdmitsAsync(token) ?? throw new InvalidOperationException("Interactions go over the Gateway here.");

    internal void GrantEverywhere(string role, Permissions permissions)
    {
        ulong[] guilds;
        lock (_world.Gate)
        {
            guilds = [.. _world.Guilds.Keys];
        }

        foreach (var guild in guilds)
        {
            Grant(guild, role, permissions);
        }
    }

    internal JsonObject Describe()
    {
        var connected = _endpoint is not null || HasSession;
        lock (_world.Gate)
        {
            return Control.ControlState.Of(_world, connected);
        }
    }

    internal ulong FindUser(string idOrName)
    {
        lock (_world.Gate)
        {
            return _world.Users.Values.FirstOrDefault(one => Named(one.Id, one.Name, idOrName))?.Id ?? throw new InvalidOperationException($"Nobody is called {idOrName}.");
        }
    }

    internal ulong FindChannel(string idOrName)
    {
        lock (_world.Gate)
        {
            return _world.Channels.Values.FirstOrDefault(one => Named(one.Id, one.Name, idOrName))?.Id ?? throw new InvalidOperationException($"No channel is called {idOrName}.");
        }
    }

    private static bool Named(ulong id, string name, string idOrName) =>
        string.Equals($"{id}", idOrName, StringComparison.Ordinal) || string.Equals(name, idOrName.TrimStart('#', '@'), StringComparison.OrdinalIgnoreCase);
}
