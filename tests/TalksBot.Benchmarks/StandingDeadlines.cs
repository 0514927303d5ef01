using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Storage;

namespace TalksBot.Benchmarks;

/// <summary>Fills databases with talks, straight through the record and its plan.</summary>
internal static class StandingDeadlines
{
    private const int Talks = 1_000;
    private const int DeadlinesEach = 10;
    private const string TenRungs = "7d, 3d, 24h, 12h, 6h, 3h, 1h, 30m, 15m, 0";

    /// <summary>10,000 deadlines months away, ten rungs each.</summary>
    public static async Task SeedAsync(BenchDatabase database)
    {
        using var host = await database.BuildAsync();
        var now = host.Services.GetRequiredService<IClock>().GetCurrentInstant();
        for (var i = 0; i < Talks; i++)
        {
            var offsets = Enumerable.Range(0, DeadlinesEach).Select(n => Duration.FromDays(60 + n) + Duration.FromSeconds(i));
            await AddAsync(host.Services, $"standing-{i}", TenRungs, now, offsets);
        }
    }

    /// <summary>One negotiation whose deadlines fall these lengths of time from now, followed by one channel of its own, on the terminal unless said otherwise.</summary>
    public static async Task AddAsync(IServiceProvider services, string slug, string ladder, Instant now, IEnumerable<Duration> offsets, string connection = "terminal")
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var stamp = new Stamp(now, "bench", "");
        var talks = new Negotiation(new TalksTerms(slug, $"Talks {slug}", [], "", DateTimeZone.Utc, [new WallClock("", DateTimeZone.Utc)]), stamp);
        var rungs = Ladder.TryParse(ladder, out var read) ? read : throw new ArgumentException("Not a ladder.", nameof(ladder));
        var settings = new FollowSettings(new WallClock("", DateTimeZone.Utc), DigestAt: null, rungs, WirePriority.Regular, Mention: null);
        talks.AddFollow(new ChannelAddress(connection, "", $"desk-{slug}"), settings, stamp);
        foreach (var (n, offset) in offsets.Index())
        {
            talks.AddDeadline(new DeadlineTerms($"Deadline {n}", CivilTime.At(now + offset, DateTimeZone.Utc)), stamp);
        }

        db.AllNegotiations.Add(talks);
        await db.SaveChangesAsync();
        db.Moments.AddRange(AgendaPlan.Ahead(talks, now).Select(moment =>
            new DueMoment(moment.Kind, talks.Id, moment.SubjectId, moment.Due, moment.Rung)));
        await db.SaveChangesAsync();
    }
}
