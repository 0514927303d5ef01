using TalksBot.Chat.Posting;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Posting;

/// <summary>
/// One Discord bot as a platform. A post is one message, made once: its key is the message's enforced nonce while Discord
/// remembers nonces, and after that the reference in its footer is looked for before anything is sent again.
/// </summary>
internal sealed class DiscordPlatform : IPlatform
{
    private readonly DiscordRest _rest;
    private readonly Attempts _attempts;
    private readonly ChannelHistory _history;
    private readonly Outcomes _outcomes;
    private readonly ChannelPreflight _preflight;
    private readonly PostMessage _message;
    private readonly MessageLinks _places;
    private readonly RefusalPatience _patience = new();

    /// <summary>Posts over a connection.</summary>
    /// <param name="connection">The bot.</param>
    /// <param name="clock">Tells how old an attempt is.</param>
    /// <param name="hasButtons">False where nobody answers presses.</param>
    /// <param name="pictures">Draws pictures; null where nobody does.</param>
    public DiscordPlatform(DiscordConnection connection, IClock clock, bool hasButtons, IPictures? pictures = null)
    {
        Name = connection.Name;
        Capabilities = new(CanEdit: true, CanDelete: true, CanPin: true, HasButtons: hasButtons, LongestText: 5_500, ShowsPictures: pictures is not null)
        {
            HasThreads = true,

            // As observed (discord.md §10); what Discord says of it counts as soon as it says something.
            Pace = new ChannelPace(5, Duration.FromSeconds(5)),
        };
        var rights = new ChannelRights(connection.Rest);
        _rest = connection.Rest;
        _attempts = new Attempts(clock);
        _history = new ChannelHistory(connection.Rest, rights);
        _outcomes = new Outcomes(rights);
        _preflight = new ChannelPreflight(rights, _outcomes);
        _message = new PostMessage(hasButtons, pictures);
        _places = new MessageLinks(connection.Rest, connection.Wire.ApiUrl);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Capabilities Capabilities { get; }

    /// <inheritdoc/>
    public async Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token)
    {
        if (IdOf(post.Channel) is not { } channel)
        {
            return new PostOutcome.ChannelGone(NoChannel(post.Channel));
        }

        var earlier = _attempts.Of(post.Key);
        if (earlier is not null && !_attempts.IsRecent(earlier) && await LookAsync(post, channel, token) is var lookup and not Lookup.Absent)
        {
            return lookup is Lookup.Found found ? new PostOutcome.Sent(found.MessageId) : new PostOutcome.Ambiguous(((Lookup.Unknown)lookup).Why);
        }

        var draft = _message.Draft(post, await _places.OfAsync(post, channel, token));
        _attempts.Begin(post.Key);
        var answer = await InOpenThreadAsync(channel, () => _rest.Messages.CreateAsync(channel, draft, token), token);
        if (draft.Files.Count > 0 && MayGoWithoutFiles(answer))
        {
            // Under the same nonce: should the first have arrived after all, Discord answers with that one.
            answer = await _rest.Messages.CreateAsync(channel, _message.Draft(WithoutPicture(post), await _places.OfAsync(post, channel, token)), token);
        }

        var outcome = Judge(post.Key, answer, await OutcomeAsync(answer, channel, token));
        if (outcome is PostOutcome.NotAllowed && answer is Answered<DiscordMessage>(var bare))
        {
            await _rest.Messages.DeleteAsync(channel, bare.Id, token);
        }

        return _attempts.Settle(post.Key, outcome, wasInDoubt: earlier is { MessageId: null });
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token)
    {
        if (IdOf(message.Channel) is not { } channel || !Snowflake.TryParse(message.MessageId, out var id))
        {
            return NoMessage(message);
        }

        var edit = _message.Edit(post, await _places.OfAsync(post, channel, token));
        var answer = await InOpenThreadAsync(channel, () => _rest.Messages.EditAsync(channel, id, edit, token), token);
        if (edit.Files.Count > 0 && MayGoWithoutFiles(answer))
        {
            answer = await _rest.Messages.EditAsync(channel, id, _message.Edit(WithoutPicture(post), await _places.OfAsync(post, channel, token)), token);
        }

        return await OutcomeAsync(answer, channel, token);
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token)
    {
        if (IdOf(message.Channel) is not { } channel || !Snowflake.TryParse(message.MessageId, out var id))
        {
            return NoMessage(message);
        }

        var answer = await InOpenThreadAsync(channel, () => _rest.Messages.DeleteAsync(channel, id, token), token);
        return answer is Failed<NoContent> { Failure: Refused { Error.Code: DiscordErrorCode.UnknownMessage } }
            ? new PostOutcome.Sent(message.MessageId)
            : await OutcomeAsync(answer, message, channel, Permissions.None, token);
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token)
    {
        if (IdOf(message.Channel) is not { } channel || !Snowflake.TryParse(message.MessageId, out var id))
        {
            return NoMessage(message);
        }

        var answer = await InOpenThreadAsync(channel, () => _rest.Pins.PinAsync(channel, id, token), token);
        return await OutcomeAsync(answer, message, channel, Permissions.PinMessages, token);
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token)
    {
        if (IdOf(message.Channel) is not { } channel || !Snowflake.TryParse(message.MessageId, out var id))
        {
            return NoMessage(message);
        }

        var answer = await InOpenThreadAsync(channel, () => _rest.Pins.UnpinAsync(channel, id, token), token);
        return await OutcomeAsync(answer, message, channel, Permissions.PinMessages, token);
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> OpenThreadAsync(MessageAddress message, OutgoingPost post, CancellationToken token)
    {
        if (IdOf(message.Channel) is not { } channel || !Snowflake.TryParse(message.MessageId, out var id))
        {
            return NoMessage(message);
        }

        // A thread has the number of its message, whoever opened it.
        var answer = await _rest.Threads.StartFromMessageAsync(channel, id, new ThreadDraft(Markup.Shorten(post.Post.Heading, MessageLimits.ThreadName), AutoArchiveDuration: 10_080), token);
        return answer is Failed<DiscordChannel> { Failure: Refused { Error.Code: DiscordErrorCode.ThreadAlreadyExists } }
            ? new PostOutcome.Sent($"{id}")
            : await answer.Match(
                thread => Task.FromResult<PostOutcome>(new PostOutcome.Sent($"{thread.Id}")),
                failure => _outcomes.OfAsync(failure, channel, Permissions.CreatePublicThreads, token));
    }

    /// <inheritdoc/>
    public async Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) =>
        IdOf(message.Channel) is { } channel && Snowflake.TryParse(message.MessageId, out var id) && await _places.OfAsync(channel, token) is { } place
            ? new Uri($"{place}{id}")
            : null;

    /// <inheritdoc/>
    public async Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token)
    {
        if (IdOf(post.Channel) is not { } channel)
        {
            return new Lookup.Absent();
        }

        return _attempts.Of(post.Key) switch
        {
            { MessageId: { } id } => new Lookup.Found(id),

            // It may be there, but sending it again under its nonce finds out, and costs no more than looking.
            { } attempt when _attempts.IsRecent(attempt) && !post.IsTakenBack => new Lookup.Absent(),
            _ => await LookAsync(post, channel, token),
        };
    }

    /// <inheritdoc/>
    public async Task<ProbeAnswer> ProbeAsync(CancellationToken token) =>
        Outcomes.Words.ToProbe(await _rest.Application.ProbeAsync(token) is { } failure ? Outcomes.Read(failure) : null);

    /// <inheritdoc/>
    public async Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) =>
        IdOf(channel) is { } id
            ? await _preflight.CheckAsync(id, token)
            : new ChannelCheck.Faulty(NoChannel(channel), $"Use an address such as {Name}/1234, with the channel's id.");

    /// <inheritdoc/>
    public async Task<ChannelCheck.Faulty?> CheckMentionAsync(ChannelAddress channel, string mention, CancellationToken token) =>
        IdOf(channel) is { } id && DiscordMention.TryParse(mention) is { } read ? await _preflight.CheckMentionAsync(id, read, token) : null;

    /// <inheritdoc/>
    public async Task<DirectAnswer> OpenDirectAsync(string person, CancellationToken token)
    {
        var prefix = $"{Name}/user/";
        return person.StartsWith(prefix, StringComparison.Ordinal) && Snowflake.TryParse(person[prefix.Length..], out var user)
            ? (await _rest.Channels.OpenDirectAsync(user, token)).Match<DirectAnswer>(
                direct => new DirectAnswer.Opened(new ChannelAddress(DiscordConnection.PlatformName, Name[(DiscordConnection.PlatformName.Length + 1)..], $"{direct.Id}")),
                failure => new DirectAnswer.Closed(Outcomes.Words.ToFault(Outcomes.Words.ToOutcome(Outcomes.Read(failure))).Why))
            : new DirectAnswer.Closed($"{Echo.Of(person)} is nobody of {Name}.");
    }

    /// <inheritdoc/>
    public async Task<string?> NameOfAsync(string mention, CancellationToken token) =>
        mention is ['<', '@', .. var id, '>'] && Snowflake.TryParse(id, out var user)
            ? (await _rest.Application.GetUserAsync(user, token)).Match<string?>(found => found.GlobalName ?? found.Username, _ => null)
            : null;

    /// <inheritdoc/>
    public MentionReading ReadMention(string typed) => DiscordMention.TryParse(typed) is { Content: { } mention }
        ? new MentionReading.Understood(mention)
        : new MentionReading.Refused($"“{Echo.Of(typed)}” notifies nobody on Discord; write {DiscordMention.Syntax}.");

    /// <summary>In an archived thread nothing can be changed; whoever may write in it may open it again, unless it is locked.</summary>
    private async Task<DiscordAnswer<T>> InOpenThreadAsync<T>(Snowflake channel, Func<Task<DiscordAnswer<T>>> send, CancellationToken token)
    {
        var answer = await send();
        return answer is Failed<T>(Refused { Error.Code: DiscordErrorCode.ArchivedThread }) && await _rest.Channels.UnarchiveAsync(channel, token) is Answered<DiscordChannel>
            ? await send()
            : answer;
    }

    /// <summary>What nobody can explain is tried again for a while.</summary>
    private PostOutcome Judge(DeliveryKey key, DiscordAnswer<DiscordMessage> answer, PostOutcome outcome)
    {
        if (answer is Failed<DiscordMessage>(var failure) && Outcomes.Read(failure).IsUnexplained)
        {
            return _patience.Spend(key, outcome, ((PostOutcome.Unreachable)outcome).Why);
        }

        if (outcome is PostOutcome.Sent)
        {
            _patience.Forget(key);
        }

        return outcome;
    }

    /// <summary>
    /// The words never wait for what could not be uploaded: whatever turned the file away, a proxy's page or a fault included, they may
    /// pass alone. Only what is said of the bot or of the channel holds for them too.
    /// </summary>
    private static bool MayGoWithoutFiles(DiscordAnswer<DiscordMessage> answer) => answer is Failed<DiscordMessage>
    {
        Failure: not (RateLimited or CredentialsDead or Refused
        {
            Error.Code: DiscordErrorCode.UnknownChannel or DiscordErrorCode.UnknownGuild or DiscordErrorCode.UnknownMessage or DiscordErrorCode.MissingAccess
                or DiscordErrorCode.ArchivedThread or DiscordErrorCode.LockedThread or DiscordErrorCode.TooManyOldEdits,
        }),
    };

    private static OutgoingPost WithoutPicture(OutgoingPost post) => post with { Post = PictureNotice.Without(post.Post) };

    private async Task<Lookup> LookAsync(OutgoingPost post, Snowflake channel, CancellationToken token)
    {
        var lookup = await _history.FindAsync(post, channel, token);
        switch (lookup)
        {
            case Lookup.Found found:
                _attempts.Confirm(post.Key, found.MessageId);
                break;
            case Lookup.Absent:
                _attempts.Forget(post.Key);
                break;
        }

        return lookup;
    }

    private Task<PostOutcome> OutcomeAsync(DiscordAnswer<DiscordMessage> answer, Snowflake channel, CancellationToken token) =>
        answer.Match(
            async message => (message.Embeds is null or [] ? await _outcomes.OfBareAsync(channel, token) : null) ?? new PostOutcome.Sent(message.Id.ToString()),
            failure => _outcomes.OfAsync(failure, channel, Permissions.None, token));

    private Task<PostOutcome> OutcomeAsync(
        DiscordAnswer<NoContent> answer, MessageAddress message, Snowflake channel, Permissions needed, CancellationToken token) =>
        answer.Match(
            _ => Task.FromResult<PostOutcome>(new PostOutcome.Sent(message.MessageId)),
            failure => _outcomes.OfAsync(failure, channel, needed, token));

    private Snowflake? IdOf(ChannelAddress channel) =>
        channel.ConnectionName == Name && Snowflake.TryParse(channel.Channel, out var id) ? id : null;

    private string NoChannel(ChannelAddress channel) => $"{channel} is not a channel of {Name}.";

    private static PostOutcome.Rejected NoMessage(MessageAddress message) =>
        new($"{message.Channel} has no message {message.MessageId}.");
}
