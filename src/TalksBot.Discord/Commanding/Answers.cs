using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Commanding;

/// <summary>Makes the answers, and counts those that came too late.</summary>
internal sealed class Answers(ReplyMessage message, TimeProvider time, ILogger<Answers> log)
{
    private long _late;

    /// <summary>An answer that is yet to be given.</summary>
    public Answer To(InteractionContext context) => new(context, message, time, log, () => Interlocked.Increment(ref _late));
}

/// <summary>The one answer to one interaction: for its caller alone, in time, given again when it was lost and never twice.</summary>
/// <param name="context">What somebody did.</param>
/// <param name="message">Writes it.</param>
/// <param name="time">Tells how old an interaction is.</param>
/// <param name="log">Told of answers that could not be given.</param>
/// <param name="countLate">Counts one that came too late.</param>
internal sealed partial class Answer(InteractionContext context, ReplyMessage message, TimeProvider time, ILogger log, Func<long> countLate)
{
    /// <summary>Discord gives up after three seconds; the way there and back needs some of them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_500);

    private const int MostAttempts = 4;

    /// <summary>Fewer with a file: its words must still be given in time where it is not taken.</summary>
    private const int MostAttemptsWithFiles = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly DiscordRest _rest = context.Connection.Rest;
    private readonly Interaction _interaction = context.Interaction;
    private bool _isDeferred;

    /// <summary>Runs the work that is answered, once, and gives its reply; work whose person has been told that it failed is not begun (docs/decisions/0009).</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="changes">True when it changes the record.</param>
    /// <param name="rewrite">Where the work is refused: what opens a form in which long texts can be written anew; null for none.</param>
    /// <returns>The reply; null when it could not be given, or the work was not begun.</returns>
    public async Task<Reply?> RunAsync(Func<Task<Reply>> work, bool changes, Func<PostButton?>? rewrite = null)
    {
        // An answer on its way is not called back when the program stops; the client's own timeout ends it.
        var token = CancellationToken.None;
        var age = time.GetUtcNow() - _interaction.Id.MadeAt;
        Got(context.Connection.Name, _interaction.Id, age.TotalMilliseconds);
        if ((age > Patience || context.MayBeAnothers) && !await DeferAsync(token))
        {
            NotBegun();
            return null;
        }

        var working = Task.Run(work, token);
        if (!_isDeferred && await Task.WhenAny(working, Task.Delay(Patience, token)) != working)
        {
            await DeferAsync(token);
        }

        var reply = await working;
        if (await GiveAsync(reply, reply.Refused ? rewrite?.Invoke() : null, token) is null)
        {
            return reply;
        }

        if (changes)
        {
            await ConfessAsync(reply.Refused, token);
        }

        return null;
    }

    /// <summary>Tells Discord that the answer will take longer.</summary>
    /// <returns>False when it is too late: the person has been told that nothing happened.</returns>
    public async Task<bool> DeferAsync(CancellationToken token)
    {
        var failure = await TryAsync(
            () => context.ChangesItsMessage
                ? _rest.Interactions.DeferUpdateAsync(_interaction, token)
                : _rest.Interactions.DeferAsync(_interaction, ephemeral: true, token),
            token);
        _isDeferred = failure is null;
        if (_isDeferred)
        {
            await context.Answered();
        }

        return _isDeferred;
    }

    /// <summary>Opens a form instead of an answer.</summary>
    public async Task OpenAsync(Modal modal, CancellationToken token)
    {
        if (await TryAsync(() => _rest.Interactions.OpenModalAsync(_interaction, modal, token), token) is { } failure)
        {
            NotTold(context.Connection.Name, $"{_interaction.Id}", $"{failure}");
        }
    }

    /// <summary>Offers choices instead of an answer.</summary>
    public async Task OfferAsync(IReadOnlyList<CommandChoice> choices, CancellationToken token)
    {
        // Another letter has been typed meanwhile: nobody waits for an offer that fails.
        _ = await _rest.Interactions.OfferAsync(_interaction, choices, token);
    }

    /// <summary>Gives the answer.</summary>
    /// <param name="given">What to say.</param>
    /// <param name="rewrite">Opens a form in which its long texts can be written anew; null for none.</param>
    /// <returns>Null when it was given, else why not.</returns>
    private async Task<DiscordFailure?> GiveAsync(Reply given, PostButton? rewrite, CancellationToken token)
    {
        var draft = await message.WriteAsync(context, given, rewrite, token);
        var failure = await SendAsync(draft, isRepeated: false, token);
        switch (failure)
        {
            case Refused { Error.Code: DiscordErrorCode.InvalidFormBody or DiscordErrorCode.EmptyMessage } refused:
                Malformed(context.Connection.Name, $"{refused.Error}");
                failure = await SendAsync(ReplyMessage.Plain(context, given), isRepeated: true, token);
                break;
            case not (null or CredentialsDead) when draft.Files.Count > 0:
                failure = await SendAsync(await message.WriteAsync(context, ReplyAttachments.Without(given), rewrite, token), isRepeated: true, token);
                break;
        }

        if (failure is not null)
        {
            NotTold(context.Connection.Name, $"{_interaction.Id}", $"{failure}");
        }

        return failure;
    }

    /// <summary>Says in the channel that a change was made whose answer could not be given; without its words, which were private.</summary>
    private async Task ConfessAsync(bool refused, CancellationToken token)
    {
        if (_interaction is not { ChannelId: { } channel, Caller.Id: var person })
        {
            return;
        }

        var outcome = refused ? "was refused; nothing was changed" : "was carried out";
        await _rest.Messages.CreateAsync(
            channel,
            new MessageDraft
            {
                Content = $"<@{person}> Your last command {outcome}, but Discord did not take the answer. See /talks status.",
                AllowedMentions = AllowedMentions.OnlyUsers(person),
                Nonce = $"c{_interaction.Id}",
                EnforceNonce = true,
            },
            token);
    }

    private Task<DiscordFailure?> SendAsync(MessageDraft draft, bool isRepeated, CancellationToken token)
    {
        var attempts = draft.Files.Count > 0 ? MostAttemptsWithFiles : MostAttempts;
        if (_isDeferred)
        {
            return TryAsync(() => _rest.FollowUps.EditOriginalAsync(_interaction, Edit(draft), token), token, attempts, isRepeated);
        }

        return TryAsync(
            () => context.ChangesItsMessage
                ? _rest.Interactions.UpdateMessageAsync(_interaction, Edit(draft), token)
                : _rest.Interactions.ReplyAsync(_interaction, draft with { Flags = MessageTraits.Ephemeral }, token),
            token,
            attempts,
            isRepeated);
    }

    /// <summary>Whatever the message held before goes.</summary>
    private static MessageEdit Edit(MessageDraft draft) => new()
    {
        Content = draft.Content ?? "",
        Embeds = draft.Embeds ?? [],
        Components = draft.Components ?? [],
        Keep = draft.Files.Count == 0 ? [] : null,
        Files = draft.Files,
        AllowedMentions = draft.AllowedMentions,
    };

    /// <summary>Sends again what may not have arrived. A callback is taken once only, so the second of two is known by its refusal.</summary>
    private static async Task<DiscordFailure?> TryAsync<T>(
        Func<Task<DiscordAnswer<T>>> send, CancellationToken token, int attempts = MostAttempts, bool isRepeated = false)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await send();
            switch (answer)
            {
                case Answered<T>:
                case Failed<T>(Refused { Error.Code: DiscordErrorCode.AlreadyAcknowledged }) when attempt > 1 || isRepeated:
                    return null;
                case Failed<T>(var failure) when attempt == attempts || failure is Refused or CredentialsDead:
                    return failure;
            }

            // The real clock: what is waited for is Discord's.
            await Task.Delay(Pause * attempt, token);
        }
    }

    private void NotBegun()
    {
        if (!context.MayBeAnothers)
        {
            TooLate(context.Connection.Name, _interaction.Id, countLate());
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Connection} got interaction {Interaction}, {Age} ms old")]
    private partial void Got(string connection, Snowflake interaction, double age);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} got interaction {Interaction} after Discord had given it up and told its person so; the command was not run ({Count} since the start)")]
    private partial void TooLate(string connection, Snowflake interaction, long count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not answer interaction {Interaction}: {Why}")]
    private partial void NotTold(string connection, string interaction, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection} wrote an answer that Discord does not take, and sent it as text: {Why}")]
    private partial void Malformed(string connection, string why);
}
