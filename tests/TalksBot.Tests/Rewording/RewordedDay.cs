using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Archive;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Storage;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.Editing;

namespace TalksBot.Tests.Rewording;

/// <summary>A day on which a desk does a little of everything, and what is known of it afterwards. It runs as built and reworded.</summary>
public static class RewordedDay
{
    private const string Slug = FoundingNight.Slug;

    /// <summary>Runs the day.</summary>
    /// <returns>What is known as data, then what was read by people.</returns>
    public static async Task<(string Data, string Texts)> RunAsync()
    {
        var bot = await FoundingNight.StartAsync(EditingDesk.Start, "3h, 1h, 30m, 0", "desk", "tokyo", "wire");
        await using var first = bot;
        await bot.DoAsync($"/talks follow set {Slug} channel:terminal:wire live:yes priority:urgent");
        await bot.DoAsync($"/talks follow set {Slug} channel:terminal:tokyo quiet:20:00-08:00 zone:Tokyo digest:09:00 escalate:@chief");
        await bot.SettleAsync();
        await EditAsync(bot);
        await MeetAsync(bot);
        bot.Platform.IsDown = true;
        await bot.AdvanceAsync(Duration.FromHours(10));
        bot.Platform.IsDown = false;

        await using var later = await bot.RestartOnSamePlatformAsync(Duration.FromMinutes(95));
        await later.AdvanceAsync(Duration.FromMinutes(50));
        await EndAsync(later);
        return (await DataAsync(later), string.Join('\n', later.Platform.Seen.Select(seen => seen.Text)));
    }

    /// <summary>Updates are told, set against each other, put right, killed, held back and approved, and some of it is taken back.</summary>
    private static async Task EditAsync(TestBot bot)
    {
        foreach (var line in new[]
        {
            $"update add {Slug} \"The talks broke off.\" \"a US aide\" tier:unnamed priority:bulletin side:US",
            $"update add {Slug} \"They go on.\" \"a Japanese aide\" tier:official priority:urgent side:JP disputes:#1",
            $"update correct {Slug} #1 \"The talks were interrupted.\"",
            $"update add {Slug} \"A paper is on the table.\" \"an aide\" tier:unnamed priority:urgent embargo:\"in 40m\"",
            $"update add {Slug} \"All is signed.\" \"an aide\" tier:unnamed priority:flash",
            $"point add {Slug} \"purchases of parts\"",
            $"point set {Slug} P1 side:JP wording:\"no numerical targets\"",
            $"deadline set {Slug} D1 label:\"tariffs on cars\" consequence:\"cars leave the market\"",
            $"deadline cover {Slug} D1 Anna",
        })
        {
            await SayAsync(bot, line);
        }

        await SayAsync(bot, $"update approve {Slug} #4", EditingDesk.Person("Ben", Role.Chief));
        await bot.AdvanceAsync(Duration.FromHours(1));
        await UndoAsync(bot, await SayAsync(bot, $"update kill {Slug} #2 \"it is not so\""));
        await SayAsync(bot, $"update kill {Slug} #4 \"nothing is signed\"");
        await UndoAsync(bot, await SayAsync(bot, $"deadline move {Slug} D1 +6h note:\"they asked for it\""));
        await SayAsync(bot, $"deadline add {Slug} \"in 3h\" \"answer of the ministry\"");
    }

    /// <summary>Sessions are planned, moved, reworded, held and called off, and alerts are acknowledged.</summary>
    private static async Task MeetAsync(TestBot bot)
    {
        await SayAsync(bot, $"session add {Slug} \"in 2h\" place:Geneva who:\"the ministers\"");
        await SayAsync(bot, $"session add {Slug} \"in 3h\"");
        await bot.AdvanceAsync(Duration.FromMinutes(95));
        await SayAsync(bot, $"session set {Slug} S1 place:\"the mission\"");
        await SayAsync(bot, $"session move {Slug} S2 +1h");
        await bot.AdvanceAsync(Duration.FromMinutes(30));
        await SayAsync(bot, $"session start {Slug} S1");
        await bot.AdvanceAsync(Duration.FromMinutes(40));
        await SayAsync(bot, $"session end {Slug} S1");
        await UndoAsync(bot, await SayAsync(bot, $"session cancel {Slug} S2"));
        await SayAsync(bot, $"acknowledge {Slug} D2");
        await SayAsync(bot, $"acknowledge {Slug} #1", EditingDesk.Person("Cy", Role.Reporter, "wire"));
        await SayAsync(bot, $"role grant slack:main/user/U02BOB editor");
    }

    /// <summary>The talks end, go on, and end.</summary>
    private static async Task EndAsync(TestBot bot)
    {
        await SayAsync(bot, $"deadline lapsed {Slug} D2 note:\"no answer came\"");
        await UndoAsync(bot, await SayAsync(bot, $"outcome {Slug} collapsed \"They parted.\""));
        await SayAsync(bot, $"outcome {Slug} agreed \"They agreed.\"");
        await SayAsync(bot, $"reopen {Slug} note:\"they meet again\"");
        await SayAsync(bot, $"close {Slug}");
        await bot.AdvanceAsync(Duration.FromHours(24));
    }

    private static async Task<Reply> SayAsync(TestBot bot, string line, Caller? by = null)
    {
        var reply = await bot.SayAsync($"/talks {line}", (by ?? EditingDesk.Person("Ann", Role.Chief)) with { HasAgreed = true });
        reply.Refused.ShouldBeFalse($"{line}: {reply.Body.Heading}");
        await bot.SettleAsync();
        return reply;
    }

    private static async Task UndoAsync(TestBot bot, Reply reply)
    {
        var undo = reply.Body.Buttons.Single(button => button.Command.StartsWith("/talks undo", StringComparison.Ordinal));
        await SayAsync(bot, undo.Command["/talks ".Length..]);
    }

    private static async Task<string> DataAsync(TestBot bot)
    {
        var talks = await bot.ReadAsync(db => db.Negotiations.Whole().SingleAsync());
        var filed = TalksFile.Write([talks]);
        var file = TalksFile.Read(filed).ShouldBeOfType<TalksFileReading.Understood>().File;
        var acts = await bot.ReadAsync(db => db.Acts.OrderBy(act => act.Id).ToListAsync());
        var changes = await bot.ReadAsync(db => db.Changes.OrderBy(change => change.Id).ToListAsync());
        var moments = await bot.ReadAsync(db => db.Moments.OrderBy(moment => moment.Due).ThenBy(moment => moment.Kind).ThenBy(moment => moment.SubjectId).ThenBy(moment => moment.Rung).ToListAsync());
        var deliveries = await bot.ReadAsync(db => db.Deliveries.OrderBy(delivery => delivery.Id).ToListAsync());
        var keys = deliveries.ToDictionary(delivery => delivery.Id, delivery => delivery.Key.Value);
        string[] lines =
        [
            .. acts.Select((act, place) => $"act {place} {act.Command} by {act.By} at {act.At}, undone by {act.UndoneBy}: {string.Join(", ", act.Parts.Select(part => part.Name))}"),
            .. changes.Select(change => $"change {change.Verb} {change.Subject} at {change.At} by {change.By} in {ActOf(change.Act)} undoes {ActOf(change.Undoes)}"),
            .. moments.Select(moment => $"moment {moment.Kind} {moment.SubjectId} {moment.Due} {moment.Rung} {moment.State}"),
            .. deliveries.Select(Line).Order(StringComparer.Ordinal),
            .. Story.Of(file).Steps.Select(step => $"step {step.At} {step.By} {step.Line}"),
            .. bot.Platform.Showing.Select(seen => $"shows {seen.Channel} {seen.Post.Key.Value} {string.Join(' ', seen.Post.Post.Marks)} {seen.Post.Post.Buttons.Count} buttons").Order(StringComparer.Ordinal),
            filed,
        ];
        return acts.Aggregate(string.Join('\n', lines), (text, act) => text.Replace(act.Key, ActOf(act.Key), StringComparison.Ordinal));

        string ActOf(string key) => $"act {acts.FindIndex(act => act.Key == key)}";

        string Line(Delivery delivery) =>
            $"delivery {delivery.Key.Value} {delivery.Channel} {delivery.Act} {delivery.Kind} {delivery.Subject} {delivery.Rung} {delivery.Priority} due {delivery.DueAt} {delivery.State} {delivery.Reason} for {delivery.ChangedFor}"
            + $" changes {Of(delivery.TargetId)} superseded by {Of(delivery.SupersededBy)} shows {delivery.Shows}, marks {string.Join(' ', delivery.Post.Marks)}, own {delivery.Post.Own}, differs {string.Join(' ', delivery.Post.DiffersFrom)}, {delivery.Post.Buttons.Count} buttons, {delivery.Post.Pieces.Count} pieces";

        string Of(long? id) => id is { } row ? keys[row] : "none";
    }
}
