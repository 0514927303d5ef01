using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;
using TalksBot.Storage;

namespace TalksBot.Benchmarks;

/// <summary>What each command costs beside a record that has grown: many updates in one negotiation, and 5,000 others.</summary>
internal static class GrowthBenchmark
{
    /// <summary>Where programs find the talks that have grown.</summary>
    public const string Talks = $"/api/v1/negotiations/{Slug}";

    /// <summary>Their name in commands.</summary>
    public const string Slug = "steel-2026";

    private const int OtherTalks = 5_000;
    private const int Rounds = 50;
    private const int Slice = 2_000;
    private const int MostMilliseconds = 100;

    private static readonly Caller Desk = new("bench", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true };

    /// <summary>Measures beside so many updates and prints a line for each command.</summary>
    public static async Task<bool> RunAsync(int updates)
    {
        using var database = new BenchDatabase();
        using var host = await database.BuildAsync();
        await SeedAsync(host.Services, updates);
        return await MeasureAsync(host.Services.GetRequiredService<ICommandDesk>(), string.Create(CultureInfo.InvariantCulture, $"{updates:N0} updates"), updates);
    }

    /// <summary>Measures every command about the talks on a desk that has them already, and prints a line for each.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="beside">What the record has grown to, in print.</param>
    /// <param name="updates">How many updates the talks have.</param>
    public static async Task<bool> MeasureAsync(ICommandDesk desk, string beside, int updates)
    {
        var kept = true;
        foreach (var (name, line) in Commands(updates))
        {
            await AskAsync(desk, line(Rounds));
            var took = new List<double>();
            for (var i = 0; i < Rounds; i++)
            {
                took.Add(await AskAsync(desk, line(i)));
            }

            kept &= Print(beside, name, took);
        }

        return kept & Print(beside, "(completing an update)", await CompleteAsync(desk));
    }

    private static bool Print(string beside, string name, IEnumerable<double> took) => Report.Print($"{beside}: {name}, p99", Report.Percentile(took, 0.99), MostMilliseconds, "ms");

    private static IEnumerable<(string Name, Func<int, string> Line)> Commands(int updates) =>
    [
        ("status", _ => $"status {Slug}"),
        ("list", _ => "list"),
        ("next", _ => "next"),
        ("since 24h", _ => "since 24h"),
        ("since 24h, one of the talks", _ => $"since 24h {Slug}"),
        ("desk", _ => "desk"),
        ("find", _ => "find quotas"),
        ("digest", _ => $"digest {Slug}"),
        ("timeline", _ => $"timeline {Slug}"),
        ("update list", _ => $"update list {Slug}"),
        ("deadline list", _ => $"deadline list {Slug}"),
        ("deadline history", _ => $"deadline history {Slug} D1"),
        ("follow show", _ => $"follow show {Slug}"),
        ("audit", _ => $"audit {Slug}"),
        ("receipts", _ => $"receipts {Slug}"),
        ("receipts of all", _ => "receipts"),
        ("deadline add", i => $"deadline add {Slug} \"in {i + 1}d\" \"stage {i}\""),
        ("deadline move", i => $"deadline move {Slug} D1 +{i + 1}m"),
        ("update add", i => $"update add {Slug} \"They meet again, it is said, for the {i}th time\" \"a US official\" tier:official"),
        ("update add disputes", i => $"update add {Slug} \"They do not meet for the {i}th time\" \"a US official\" tier:official disputes:#{updates / 2}"),
        ("update correct", i => $"update correct {Slug} #{(updates / 3) + i} \"It was the other way round\""),
        ("update kill", i => $"update kill {Slug} #{(updates / 4) + i} \"it was a hoax\""),
        ("session add", i => $"session add {Slug} \"in {i + 1}h\""),
        ("point add", i => $"point add {Slug} \"quota {i}\""),
    ];

    private static async Task<double> AskAsync(ICommandDesk desk, string line)
    {
        var started = Stopwatch.GetTimestamp();
        var reply = await desk.RunAsync(line, Desk, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return reply.Refused ? throw new InvalidOperationException($"{line} was refused: {reply.Body.Heading}") : took;
    }

    private static async Task<IReadOnlyList<double>> CompleteAsync(ICommandDesk desk)
    {
        var spec = desk.Book.Find("update correct")!;
        var took = new List<double>();
        foreach (var typed in Enumerable.Range(0, Rounds).Select(i => (i % 4) switch { 0 => "", 1 => "#7", 2 => "nothing like it", _ => "again" }))
        {
            var started = Stopwatch.GetTimestamp();
            await desk.CompleteAsync(spec, "update", typed, new Dictionary<string, string> { ["talks"] = Slug }, Desk, CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return [.. took.Skip(4)];
    }

    /// <summary>Writes the record: 5,000 talks, and one with so many updates.</summary>
    public static async Task SeedAsync(IServiceProvider services, int updates)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var stamp = new Stamp(now - Duration.FromHours(3), "seed", "terminal:desk");
        await AddAsync(services, Enumerable.Range(0, OtherTalks).Select(i => Open($"round-{i}", stamp)));
        var talks = Open(Slug, stamp);
        talks.AddDeadline(new DeadlineTerms("first stage", CivilTime.At(now + Duration.FromDays(90), DateTimeZone.Utc)), stamp);
        await AddAsync(services, [talks]);
        await AskAsync(services.GetRequiredService<ICommandDesk>(), $"follow add {Slug}");
        for (var first = 0; first < updates; first += Slice)
        {
            await SayAsync(services, Math.Min(Slice, updates - first), stamp);
        }
    }

    private static Negotiation Open(string slug, Stamp stamp) =>
        new(new TalksTerms(slug, $"Talks {slug}", [], "Geneva", DateTimeZone.Utc, [new WallClock("", DateTimeZone.Utc)]), stamp);

    private static async Task AddAsync(IServiceProvider services, IEnumerable<Negotiation> talks)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        db.AllNegotiations.AddRange(talks);
        await db.SaveChangesAsync();
    }

    /// <summary>More updates, each told to one channel; two of each slice differ.</summary>
    private static async Task SayAsync(IServiceProvider services, int count, Stamp stamp)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var talks = db.Negotiations.Single(known => known.Slug == Slug);
        for (var i = 0; i < count; i++)
        {
            var at = stamp.At + Duration.FromMilliseconds(talks.LastUpdate);
            var terms = new UpdateTerms($"They meet again tonight, it is said, in room {talks.LastUpdate}", "a US official", Sourcing.Official, "", WirePriority.Regular, at);
            var (update, _) = talks.AddUpdate(terms, stamp with { At = at });
            if (i == 1)
            {
                talks.Dispute(update!, talks.Updates[0], stamp with { At = at });
            }

            db.Deliveries.Add(Told(update!, at));
        }

        await db.SaveChangesAsync();
    }

    private static Delivery Told(Update update, Instant at)
    {
        var cause = new DeliveryCause(DeliveryKind.Update, Slug, "STEEL", update.Name);
        var post = new Post($"Update {update.Name}", Severity.Calm, [UpdateWording.Quote(update)]);
        var delivery = new Delivery(new OutgoingPost(DeliveryKey.Of(Desk.Channel, cause, at), Desk.Channel, cause, WirePriority.Regular, at, post), followId: 1);
        delivery.Lease("bench", at);
        delivery.RecordSent(update.Name, post, at);
        return delivery;
    }
}
