using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Editing;

/// <summary>
/// Whatever two hundred commands do, what the desk is trusted for holds. Twenty desks, each another:
/// <c>TALKSBOT_RANDOM_DESKS=20 dotnet test --project tests/TalksBot.Tests -- --filter-class TalksBot.Tests.Editing.RandomDeskTests</c>.
/// </summary>
public sealed class RandomDeskTests
{
    private const int Commands = 200;

    /// <summary>What time itself causes, and what a worker says of its own troubles.</summary>
    private static readonly DeliveryKind[] ByClock =
        [DeliveryKind.Countdown, DeliveryKind.DeadlinePassed, DeliveryKind.Session, DeliveryKind.Digest, DeliveryKind.Alarm, DeliveryKind.Bundle, DeliveryKind.Escalation, DeliveryKind.Live];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("TALKSBOT_RANDOM_DESKS"), CultureInfo.InvariantCulture, out var desks) ? desks : 2)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Holds_after_two_hundred_commands(int seed)
    {
        await using var desk = new RandomDesk(seed);
        await desk.RunAsync(Commands);
        try
        {
            await NothingIsTwiceAsync(desk.Bot);
            await NothingHiddenIsVisibleAsync(desk.Bot);
            await WhoSawAClaimSawItsCorrectionAsync(desk.Bot);
            await WhoSawAClaimSawItsKillAsync(desk.Bot);
            await NothingTakenBackStandsAsync(desk.Bot);
            await TheAuditReplaysAsync(desk.Bot);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Seed {seed}:\n{string.Join('\n', desk.Done)}", fault);
        }
    }

    private static async Task NothingIsTwiceAsync(TestBot bot)
    {
        bot.Seen.Select(seen => seen.Post.Key).ShouldBeUnique();
        var deliveries = await bot.ReadAsync(db => db.Deliveries.ToListAsync(Token));
        deliveries.Where(delivery => !delivery.IsSettled && !(delivery.State is DeliveryState.Held && delivery.NotBefore > bot.Clock.GetCurrentInstant()))
            .Select(delivery => $"{delivery.Id} {delivery.Kind} {delivery.State} {delivery.Act} {delivery.Channel} {delivery.NotBefore} awaits {delivery.AwaitsId}")
            .ShouldBeEmpty();
        var lifted = (await TalksAsync(bot)).Changes.Where(change => change.Verb is ChangeVerb.Lifted).Select(change => change.Subject).ToHashSet();
        deliveries.Where(delivery => delivery.ActId is null && delivery.Act is DeliveryAct.Post && !ByClock.Contains(delivery.Kind)).ShouldAllBe(delivery => lifted.Contains(delivery.Subject));
        bot.Seen.Where(seen => seen.Post.Cause.Kind is DeliveryKind.Update && seen.Post.Cause.Subject.Length > 0 && !seen.Text.Contains("ACCOUNTS DIFFER", StringComparison.Ordinal))
            .GroupBy(seen => (seen.Channel, seen.Post.Cause.Subject)).ShouldAllBe(group => group.Count() == 1);
    }

    private static async Task NothingHiddenIsVisibleAsync(TestBot bot)
    {
        var talks = await TalksAsync(bot);
        var answers = await bot.AnswersAsync();
        foreach (var update in talks.Updates.Where(update => !update.IsPublic))
        {
            var shown = bot.Platform.Showing
                .Where(seen => update.Killing is not null || seen.Post.Cause.Kind is not DeliveryKind.Alarm)
                .Select(seen => seen.Text)
                .Append(answers)
                .ToList();
            foreach (var words in update.Revisions.Select(revision => revision.Text).Append(update.Text))
            {
                shown.Find(text => text.Contains(words, StringComparison.Ordinal)).ShouldBeNull($"{update.Name} {words}");
            }
        }
    }

    private static async Task WhoSawAClaimSawItsCorrectionAsync(TestBot bot)
    {
        var talks = await TalksAsync(bot);
        var sent = await bot.ReadAsync(db => db.Deliveries.Where(delivery => delivery.State == DeliveryState.Sent && delivery.Act == DeliveryAct.Post).ToListAsync(Token));
        foreach (var update in talks.Published.Where(update => update.Revisions.Count > 0))
        {
            var corrected = update.Revisions[^1].CorrectedAt;
            var saw = sent.Where(delivery => delivery.Shows.Contains(Delivery.ShowsMark(update.Name), StringComparison.Ordinal) && delivery.SentAt < corrected);
            var told = sent.Where(delivery => delivery.Kind is DeliveryKind.Correction && delivery.Subject == update.Name && delivery.DueAt >= corrected);
            saw.Select(delivery => delivery.Channel).Distinct().Except(told.Select(delivery => delivery.Channel)).ShouldBeEmpty(update.Name);
        }
    }

    private static async Task WhoSawAClaimSawItsKillAsync(TestBot bot)
    {
        var sent = await bot.ReadAsync(db => db.Deliveries.Where(delivery => delivery.State == DeliveryState.Sent && delivery.Act == DeliveryAct.Post).ToListAsync(Token));
        foreach (var update in (await TalksAsync(bot)).Updates.Where(update => update.Killing is not null))
        {
            var saw = sent.Where(delivery => delivery.Shows.Contains(Delivery.ShowsMark(update.Name), StringComparison.Ordinal) && delivery.Kind is not DeliveryKind.Alarm && delivery.SentAt < update.Killing!.At);
            var told = sent.Where(delivery => delivery.Kind is DeliveryKind.Kill && delivery.Subject == update.Name && delivery.DueAt >= update.Killing!.At);
            saw.Select(delivery => delivery.Channel).Distinct().Except(told.Select(delivery => delivery.Channel)).ShouldBeEmpty(update.Name);
        }
    }

    /// <summary>Whatever still shows the words of an update that was taken back shows them struck.</summary>
    private static async Task NothingTakenBackStandsAsync(TestBot bot)
    {
        var talks = await TalksAsync(bot);
        var undone = talks.Changes.Where(change => change.Undoes.Length > 0).Select(change => change.Undoes).ToHashSet();
        var lines = bot.Platform.Showing.SelectMany(seen => seen.Text.Split('\n')).Where(line => !line.StartsWith("[does not hold any more", StringComparison.Ordinal)).ToList();
        foreach (var added in talks.Changes.Where(change => change.Verb is ChangeVerb.Added && change.Subject.StartsWith('#') && undone.Contains(change.Act)))
        {
            lines.Find(line => line.Contains(ChangeWording.Of(added.After), StringComparison.Ordinal)).ShouldBeNull($"{added.Subject} {added.After}");
        }
    }

    /// <summary>The commands of the audit, given again at their moments, make the same record.</summary>
    private static async Task TheAuditReplaysAsync(TestBot bot)
    {
        var acts = await bot.ReadAsync(db => db.Acts.OrderBy(act => act.Id).ToListAsync(Token));
        var renamed = new Dictionary<string, string>();
        await using var again = await TestBot.StartAsync(EditingDesk.Start);
        foreach (var act in acts)
        {
            await again.AdvanceToAsync(act.At);
            var line = renamed.Aggregate(act.Line, (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal));
            var channel = act.Where.Split(':')[1];
            var reply = await again.SayAsync(line, EditingDesk.Person(act.By, Core.Commands.Role.Chief, channel) with { HasAgreed = true });
            reply.Refused.ShouldBeFalse($"{act.At} {line}: {PostText.Write(reply.Body)}");
            renamed[act.Key] = await again.ReadAsync(db => db.Acts.OrderByDescending(known => known.Id).Select(known => known.Key).FirstAsync(Token));
        }

        await again.AdvanceToAsync(bot.Clock.GetCurrentInstant());
        var (first, second) = (await TalksAsync(bot), await TalksAsync(again));
        TalksParts.Differences(TalksParts.Of(first), TalksParts.Of(second)).ShouldBeEmpty();
        Written(second).ShouldBe(Written(first));

        // What time itself does comes when the bot runs, and the first one was down now and then.
        static IEnumerable<string> Written(Negotiation talks) => talks.Changes
            .Where(change => change.By is not Stamp.ByClock)
            .Select(change => $"{change.At} {change.By} {change.Where} {change.Subject} {change.Verb} {change.Before} {change.After}");
    }

    private static Task<Negotiation> TalksAsync(TestBot bot) => bot.ReadAsync(db => db.Negotiations.Whole().SingleAsync(Token));
}
