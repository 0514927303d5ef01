using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Reminders;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Reminders;

/// <summary>Writes to one person alone while they wait for it: a platform says only then whether they take messages from the bot.</summary>
internal sealed class DirectMessages(IEnumerable<IPlatform> platforms, TimeProvider time, IClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Writes the first message about a reminder.</summary>
    /// <returns>Where they are written to, or the sentence that says why they cannot be.</returns>
    public async Task<Found<ChannelAddress>> BeginAsync(Caller caller, Negotiation talks, ReminderWish wish, CancellationToken token)
    {
        if (platforms.FirstOrDefault(known => known.Name == caller.Channel.ConnectionName) is not { } platform)
        {
            return Refuse($"This process does not serve {caller.Channel.ConnectionName}, so it can write to nobody there.", "Give the command where the bot runs.");
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            return await platform.OpenDirectAsync(caller.Person, either.Token).WaitAsync(either.Token) switch
            {
                DirectAnswer.Opened opened => await BeginAsync(platform, opened.Channel, talks, wish, either.Token),
                DirectAnswer.Closed closed => Refuse(closed.Why, "Ask again once that is mended."),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return Refuse($"{platform.Name} did not answer in time.", "Ask again in a minute.");
        }
    }

    private async Task<Found<ChannelAddress>> BeginAsync(IPlatform platform, ChannelAddress channel, Negotiation talks, ReminderWish wish, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var cause = new DeliveryCause(DeliveryKind.Reminder, talks.Slug, talks.Code, wish.Subject, wish.Before);

        // Told twice by the platform, the command writes once where the platform knows keys.
        var key = DeliveryKey.Of(channel, cause, ReminderPlan.Falls(talks, wish.Subject)!.Value, revision: 1);
        var first = new OutgoingPost(key, channel, cause with { Rung = null }, WirePriority.Urgent, now, ReminderWording.Asked(talks, wish, now));
        return await platform.PostAsync(first, token).WaitAsync(token) switch
        {
            PostOutcome.Sent => channel,
            PostOutcome.NotAllowed it => Refuse(it.Why, "Allow direct messages from the bot or from members of this server in your privacy settings, and ask again."),
            PostOutcome.ChannelGone it => Refuse(it.Why, "Ask again."),
            PostOutcome.Rejected it => Refuse(it.Why, "Ask again in other words, or report it."),
            PostOutcome.CredentialsDead it => Refuse(it.Why, "Ask again once the bot has a valid token."),
            PostOutcome.Unreachable it => Refuse(it.Why, "Ask again in a minute."),
            PostOutcome.Ambiguous it => Refuse(it.Why, "Ask again in a minute."),
            _ => Refuse($"{platform.Name} asks to wait.", "Ask again in a minute."),
        };
    }

    private static Reply Refuse(string why, string mend) => Reply.Refuse($"You cannot be written to alone, so no reminder is set: {why.TrimEnd('.')}. {mend}");
}
