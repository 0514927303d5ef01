using TalksBot.Core.Agenda;
using TalksBot.Storage;

namespace TalksBot.Features.Tests.Agenda;

public sealed class ReplanWhenZonesChangeTests
{
    private static string Version => DateTimeZoneProviders.Tzdb.VersionId;

    [Fact]
    public async Task Plans_anew_when_the_program_brings_other_zone_data()
    {
        await using var desk = await PlannedAsync("TZDB: 1995a");

        await desk.ReplanZonesAsync();

        var digest = (await desk.AgendaAsync(MomentKind.Digest)).ShouldHaveSingleItem();
        digest.Due.ShouldBe(Instant.FromUtc(1995, 6, 28, 12, 0));
        (await FactAsync(desk)).ShouldBe(Version);
    }

    [Fact]
    public async Task Remembers_the_data_of_a_new_database()
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.ReplanZonesAsync();

        (await FactAsync(desk)).ShouldBe(Version);
    }

    [Fact]
    public async Task Leaves_the_agenda_alone_when_the_data_is_the_same()
    {
        await using var desk = await PlannedAsync(Version);
        var before = await desk.AgendaAsync(MomentKind.Digest);

        await desk.ReplanZonesAsync();

        (await desk.AgendaAsync(MomentKind.Digest)).Select(moment => (moment.Id, moment.Due)).ShouldBe(before.Select(moment => (moment.Id, moment.Due)));
    }

    /// <summary>A follow whose digest was planned an hour off, as older zone data would have it.</summary>
    private static async Task<NewsDesk> PlannedAsync(string version)
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        await desk.ChangeAsync(db =>
        {
            var right = db.Moments.Single(moment => moment.Kind == MomentKind.Digest);
            db.Moments.Add(new DueMoment(MomentKind.Digest, right.NegotiationId, right.SubjectId, right.Due + Duration.FromHours(1), Duration.Zero));
            db.Moments.Remove(right);
            db.Facts.Add(new Fact { Name = Fact.TimeZoneData, Value = version });
        });
        return desk;
    }

    private static Task<string> FactAsync(NewsDesk desk) =>
        desk.ReadAsync(db => Task.FromResult(db.Facts.Single(fact => fact.Name == Fact.TimeZoneData).Value));
}
