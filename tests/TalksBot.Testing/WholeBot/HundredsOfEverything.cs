using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Storage;
using Xunit;

namespace TalksBot.Testing.WholeBot;

/// <summary>A record with 300 entries of each kind, and every command that lists some of them.</summary>
public static class HundredsOfEverything
{
    /// <summary>How many there are of each.</summary>
    public const int Many = 300;

    /// <summary>The talks that have them.</summary>
    public const string Slug = "steel";

    private static readonly WallClock Clock = new("", DateTimeZone.Utc);

    /// <summary>A command that lists, what must stand on its first page, and what must stand on the second.</summary>
    public static TheoryData<string, string, string> Lists => new()
    {
        { "list", "round 300", "round 290" },
        { $"update list talks:{Slug}", "word 300", "word 290" },
        { $"since span:6h talks:{Slug}", "28 Oct 2100", "18 Oct 2100" },
        { $"timeline talks:{Slug}", "word 300", "" },
        { $"digest talks:{Slug}", "28 Oct 2100", "28 Oct 2100" },
        { "receipts", "#300", "#290" },
        { $"audit talks:{Slug}", "28 Oct 2100", "18 Oct 2100" },
        { $"deadline list talks:{Slug}", "limit 2", "limit 12" },
        { $"deadline history talks:{Slug} deadline:D1", "28 Oct 2100", "18 Oct 2100" },
        { $"session list talks:{Slug}", "panel 1", "panel 11" },
        { $"point list talks:{Slug}", "point 300", "point 290" },
        { $"follow show talks:{Slug}", "terminal:c", "terminal:c" },
        { $"find talks:{Slug} words:word", "word 300", "word 290" },
        { "role list", "chief", "editor" },
        { "next", "panel 1", "panel" },
        { "status", "round", "round" },
    };

    /// <summary>Writes the record.</summary>
    public static async Task SeedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        db.AllNegotiations.AddRange(Enumerable.Range(1, Many).Select(n => Open($"round-{n}", $"round {n} of it", now - Duration.FromMinutes(Many - n))));
        db.AllNegotiations.Add(Full(now));
        db.Deliveries.AddRange(Enumerable.Range(1, Many).Select(n => Receipt(n, now - Duration.FromMinutes(Many - n))));
        db.GivenRoles.AddRange(Enumerable.Range(1, Many).Select(n => new GivenRole(new ChannelAddress("terminal", "", $"user/u{n}"), n <= 10 ? Role.Chief : Role.Editor)));
        await db.SaveChangesAsync();
    }

    private static Negotiation Open(string slug, string title, Instant at) =>
        new(new TalksTerms(slug, title, [], "Geneva", DateTimeZone.Utc, [Clock]), By(at));

    private static Negotiation Full(Instant now)
    {
        var talks = Open(Slug, "Steel talks", now - Duration.FromHours(6));
        var settings = new FollowSettings(Clock, new LocalTime(9, 0), Ladder.Default, WirePriority.Urgent, null);
        for (var n = 1; n <= Many; n++)
        {
            var at = now - Duration.FromMinutes(Many - n);
            talks.AddUpdate(new UpdateTerms($"word {n} {new string('x', 400)}", "a US official", Sourcing.Official, "", WirePriority.Regular, at), By(at));
            talks.AddPoint($"point {n} of it", By(at));
            talks.AddSession(new SessionTerms(CivilTime.At(now + Duration.FromHours(n), DateTimeZone.Utc), null, "", $"panel {n} of it"), By(at));
            talks.AddDeadline(new DeadlineTerms($"limit {n} of it", CivilTime.At(now + Duration.FromDays(20 + n), DateTimeZone.Utc)), By(at));
            talks.AddFollow(new ChannelAddress("terminal", "", $"c{n}"), settings with { }, By(at));
        }

        for (var n = 1; n <= Many; n++)
        {
            talks.MoveDeadline(talks.Deadlines[0], CivilTime.At(Instant.FromUtc(2100, 1, 1, 12, 0) + Duration.FromDays(n), DateTimeZone.Utc), By(now));
        }

        return talks;
    }

    private static Delivery Receipt(int number, Instant at)
    {
        var channel = new ChannelAddress("terminal", "", "c1");
        var cause = new DeliveryCause(DeliveryKind.Update, Slug, "STEEL", SubjectNumber.Update(number));
        return new(new OutgoingPost(DeliveryKey.Of(channel, cause, at, number), channel, cause, WirePriority.Regular, at, Some.Post()), followId: null);
    }

    private static Stamp By(Instant at) => new(at, "Ann", "terminal:desk");
}
