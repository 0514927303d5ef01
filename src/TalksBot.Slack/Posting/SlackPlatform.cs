using Microsoft.Extensions.Logging;
using TalksBot.Chat.Posting;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>
/// One app in one workspace as a platform. A post is one message that carries its key unseen; Slack recognises no repeated
/// request, so whoever lost an answer has to look before sending again.
/// </summary>
internal sealed partial class SlackPlatform : IPlatform
{
    private readonly SlackConnection _connection;
    private readonly ChannelHistory _history;
    private readonly ChannelPreflight _preflight;
    private readonly PostMessage _message;
    private readonly PostPicture _picture;
    private readonly NativeNames _names;
    private readonly Attempts _attempts;
    private readonly RefusalPatience _patience = new();
    private readonly ILogger<SlackPlatform> _logger;

    /// <summary>Posts over a connection.</summary>
    /// <param name="connection">The app in its workspace.</param>
    /// <param name="clock">Tells how old an attempt is.</param>
    /// <param name="answersPresses">False where nobody answers presses.</param>
    /// <param name="pictures">Draws pictures; null where nobody does.</param>
    /// <param name="logger">Told of blocks and pictures that Slack refuses.</param>
    public SlackPlatform(SlackConnection connection, IClock clock, bool answersPresses, IPictures? pictures, ILogger<SlackPlatform> logger)
    {
        var hasButtons = answersPresses && connection.HearsPeople;
        Capabilities = new(CanEdit: true, CanDelete: true, CanPin: true, HasButtons: hasButtons, LongestText: MessageLimits.AllSections, ShowsPictures: pictures is not null)
        {
            HasThreads = true,
            Pace = new ChannelPace(1, Duration.FromSeconds(1)), // slack.md §5
        };
        _connection = connection;
        _attempts = new Attempts(clock);
        _history = new ChannelHistory(connection);
        _preflight = new ChannelPreflight(connection, _history);
        _message = new PostMessage(hasButtons);
        _picture = new PostPicture(pictures, logger);
        _names = new NativeNames(connection.Name);
        _logger = logger;
    }

    /// <inheritdoc/>
    public string Name => _connection.Name;

    /// <inheritdoc/>
    public Capabilities Capabilities { get; }

    private ChatMethods Chat => _connection.Api.Chat;

    /// <inheritdoc/>
    public async Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token)
    {
        if (PlaceOf(post.Channel) is not { } place)
        {
            return new PostOutcome.ChannelGone(NoChannel(post.Channel));
        }

        var addresses = await AddressesAsync(post.Post, place, token);
        var draft = _message.Draft(post, place, addresses);
        _attempts.Raise(post.Key);
        var answer = await ShowAsync(post, words => _message.Draft(words, place, addresses).Blocks!, blocks => Chat.PostAsync(draft with { Blocks = blocks }, (int)post.Priority, token), [null], token);
        return Judge(post.Key, answer);
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token)
    {
        if (PlaceOf(message.Channel) is not { } place || !SlackPlace.IsTs(message.MessageId))
        {
            return NoMessage(message);
        }

        var addresses = await AddressesAsync(post.Post, place, token);
        var edit = _message.Edit(post, place, message.MessageId, addresses);
        var answer = await ShowAsync(post, words => _message.Edit(words, place, message.MessageId, addresses).Blocks!, blocks => Chat.UpdateAsync(edit with { Blocks = blocks ?? [] }, (int)post.Priority, token), [PostMessage.Bare(post), null], token);
        return OutcomeOf(answer);
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token)
    {
        if (PlaceOf(message.Channel) is not { } place || !SlackPlace.IsTs(message.MessageId))
        {
            return NoMessage(message);
        }

        var answer = await Chat.DeleteAsync(new MessageRef(place.Channel, message.MessageId), token);
        return answer is Failed<NoContent>(var failure) && Outcomes.MeaningOf(failure) is ErrorMeaning.MessageGone
            ? new PostOutcome.Sent(message.MessageId)
            : OutcomeOf(answer, message);
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token)
    {
        if (PlaceOf(message.Channel) is not { } place || !SlackPlace.IsTs(message.MessageId))
        {
            return NoMessage(message);
        }

        return OutcomeOf(await _connection.Api.Pins.AddAsync(new MessageRef(place.Channel, message.MessageId), token), message);
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token)
    {
        if (PlaceOf(message.Channel) is not { } place || !SlackPlace.IsTs(message.MessageId))
        {
            return NoMessage(message);
        }

        return OutcomeOf(await _connection.Api.Pins.RemoveAsync(new MessageRef(place.Channel, message.MessageId), token), message);
    }

    /// <inheritdoc/>
    public Task<PostOutcome> OpenThreadAsync(MessageAddress message, OutgoingPost post, CancellationToken token) => Task.FromResult<PostOutcome>(
        PlaceOf(message.Channel) is { ThreadTs: null } place && SlackPlace.IsTs(message.MessageId)
            ? new PostOutcome.Sent($"{place with { ThreadTs = message.MessageId }}")
            : new PostOutcome.Rejected($"{message.Channel} is a thread already, and has none of its own.", "Follow the talks from the channel itself."));

    /// <inheritdoc/>
    public async Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) =>
        PlaceOf(message.Channel) is { } place ? (await AddressesAsync(place, token)).Of(message.MessageId) : null;

    /// <inheritdoc/>
    public async Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token)
    {
        if (PlaceOf(post.Channel) is not { } place)
        {
            return new Lookup.Absent();
        }

        var lookup = await _history.FindAsync(post, place, token);
        if (lookup is Lookup.Absent && _attempts.IsFresh(post.Key))
        {
            return new Lookup.Unknown("Slack may not show yet what was just posted.");
        }

        if (lookup is Lookup.Found or Lookup.Absent)
        {
            _attempts.Settle(post.Key);
        }

        return lookup;
    }

    /// <inheritdoc/>
    public async Task<ProbeAnswer> ProbeAsync(CancellationToken token) =>
        Outcomes.Words.ToProbe(await _connection.Api.App.ProbeAsync(token) is { } failure ? Outcomes.Read(failure) : null);

    /// <inheritdoc/>
    public async Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) =>
        PlaceOf(channel) is { } place
            ? await _preflight.CheckAsync(place, token)
            : new ChannelCheck.Faulty(NoChannel(channel), $"Use an address such as {Name}/C0123, with the channel's id; a thread in it is {Name}/C0123/1503435956.000247.");

    /// <inheritdoc/>
    public async Task<DirectAnswer> OpenDirectAsync(string person, CancellationToken token)
    {
        var prefix = $"{Name}/user/";
        return person.StartsWith(prefix, StringComparison.Ordinal)
            ? (await _connection.Api.Conversations.OpenDirectAsync(person[prefix.Length..], token)).Match<DirectAnswer>(
                direct => new DirectAnswer.Opened(new ChannelAddress(SlackConnection.PlatformName, Name[(SlackConnection.PlatformName.Length + 1)..], direct)),
                failure => new DirectAnswer.Closed(Outcomes.Words.ToFault(Outcomes.Of(failure)).Why))
            : new DirectAnswer.Closed($"{Echo.Of(person)} is nobody of {Name}.");
    }

    /// <inheritdoc/>
    public async Task<string?> NameOfAsync(string mention, CancellationToken token) =>
        mention is ['<', '@', .. var id, '>']
            ? (await _connection.Api.People.GetAsync(id, token)).Match(
                found => new[] { found.Profile?.DisplayName, found.Profile?.RealName, found.Name }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)),
                _ => null)
            : null;

    /// <inheritdoc/>
    public MentionReading ReadMention(string typed) => SlackMention.TryParse(typed) is { } mention
        ? new MentionReading.Understood(mention)
        : new MentionReading.Refused($"“{Echo.Of(typed)}” notifies nobody on Slack; write {SlackMention.Syntax}.");

    /// <summary>What nobody can explain is tried again for a while; what may have arrived is looked for.</summary>
    private PostOutcome Judge(DeliveryKey key, SlackAnswer<PostedMessage> answer)
    {
        var outcome = OutcomeOf(answer);
        if (answer is Failed<PostedMessage>(var failure) && Outcomes.Read(failure).IsUnexplained)
        {
            outcome = _patience.Spend(key, outcome, ((PostOutcome.Ambiguous)outcome).Why);
        }

        if (outcome is PostOutcome.Ambiguous)
        {
            _attempts.Raise(key);
            return outcome;
        }

        _attempts.Settle(key);
        if (outcome is PostOutcome.Sent)
        {
            _patience.Forget(key);
        }

        return outcome;
    }

    /// <summary>With the picture, else as blocks alone, else in plainer forms: whatever Slack takes first.</summary>
    private async Task<SlackAnswer<PostedMessage>> ShowAsync(
        OutgoingPost post,
        Func<OutgoingPost, IReadOnlyList<Block>> write,
        Func<IReadOnlyList<Block>?, Task<SlackAnswer<PostedMessage>>> send,
        IReadOnlyList<IReadOnlyList<Block>?> plainer,
        CancellationToken token)
    {
        if (await _picture.OfAsync(post.Post, _connection, token) is { } picture)
        {
            var shown = await send(PostMessage.With(write(post), picture));
            if (shown is not Failed<PostedMessage>(Refused refused) || !Outcomes.MayGoWithoutPicture(refused))
            {
                return shown;
            }

            BlocksRefused(post.Key.Value, $"{refused.Error}");
        }

        var answer = await send(write(Capabilities.ShowsPictures ? post with { Post = PictureNotice.Without(post.Post) } : post));
        foreach (var form in plainer)
        {
            if (answer is not Failed<PostedMessage>(Refused refused) || !Outcomes.BlocksRefused(refused))
            {
                break;
            }

            BlocksRefused(post.Key.Value, $"{refused.Error}");
            answer = await send(form);
        }

        return answer;
    }

    /// <summary>Slack is asked for the workspace's address only for a post that points somewhere; without it the words are enough.</summary>
    private async Task<MessageLinks> AddressesAsync(Post post, SlackPlace place, CancellationToken token)
    {
        return post.InReplyTo?.MessageId is not null || post.Pieces.Any(piece => piece is PostPiece.Link { MessageId: not null }) ? await AddressesAsync(place, token) : MessageLinks.Among(_names);
    }

    private async Task<MessageLinks> AddressesAsync(SlackPlace place, CancellationToken token)
    {
        var url = (await _connection.WhoAsync(token)).Match(identity => identity.Url, _ => null);
        return new MessageLinks(
            Uri.TryCreate(url, UriKind.Absolute, out var workspace) && workspace.Scheme is "https" or "http" ? workspace : null, place)
        {
            Channels = _names,
        };
    }

    private static PostOutcome OutcomeOf(SlackAnswer<PostedMessage> answer) => answer.Match(
        message => new PostOutcome.Sent(message.Ts),
        Outcomes.Of);

    private static PostOutcome OutcomeOf(SlackAnswer<NoContent> answer, MessageAddress message) => answer.Match(
        _ => new PostOutcome.Sent(message.MessageId),
        Outcomes.Of);

    private SlackPlace? PlaceOf(ChannelAddress channel) => channel.ConnectionName == Name ? SlackPlace.Read(channel) : null;

    private string NoChannel(ChannelAddress channel) => $"{channel} is not a channel of {Name}.";

    private static PostOutcome.Rejected NoMessage(MessageAddress message) =>
        new($"{message.Channel} has no message {message.MessageId}.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack refuses the blocks of delivery {Key}, which goes in a plainer form instead: {Error}")]
    private partial void BlocksRefused(string key, string error);
}
