using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Tests.Records;

/// <summary>What a database server takes back since another was in the way is made once more, and told to a person only when it fails again.</summary>
public sealed class TakenBackTests
{
    private const string Report = "update add steel \"They meet again\" \"a US official\" tier:official";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("40P01")] // deadlock_detected
    [InlineData("40001")] // serialization_failure
    [InlineData("57014")] // query_canceled, as by statement_timeout
    public async Task A_change_that_was_in_the_way_once_is_made_again(string code)
    {
        await using var desk = await RecordDesk.OpenAsync(system: StorageOptions.Postgres);
        await TakeBackAsync(desk, code, times: 1);

        (await desk.RunAsync(Report)).Refused.ShouldBeFalse();

        (await desk.ReadAsync(db => db.Set<Update>().Select(update => update.Number).ToListAsync(Token))).ShouldBe([1]);
    }

    [Fact]
    public async Task One_that_is_so_twice_is_refused_in_a_sentence_and_changes_nothing()
    {
        await using var desk = await RecordDesk.OpenAsync(system: StorageOptions.Postgres);
        await TakeBackAsync(desk, "40P01", times: 2);

        var reply = await desk.RunAsync(Report);

        reply.Refused.ShouldBeTrue();
        reply.Body.Heading.ShouldBe("Two changes met in the database, and this one was not made; try again.");
        (await desk.ReadAsync(db => db.Set<Update>().CountAsync(Token))).ShouldBe(0);
    }

    [Fact]
    public async Task What_fails_for_another_reason_is_not_made_again()
    {
        await using var desk = await RecordDesk.OpenAsync(system: StorageOptions.Postgres);
        await TakeBackAsync(desk, "53100", times: 1);

        (await desk.RunAsync(Report)).Body.Heading.ShouldContain("The disk of the database server is full");
    }

    /// <summary>Has the server fail so often when an update is written; what counts the failures outlives their transactions.</summary>
    private static Task<int> TakeBackAsync(RecordDesk desk, string code, int times) => desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
        string.Create(CultureInfo.InvariantCulture, $$"""
        CREATE SEQUENCE failures;
        CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN IF nextval(''failures'') <= {{times}} THEN RAISE EXCEPTION ''in the way'' USING ERRCODE = ''{{code}}''; END IF; RETURN NEW; END';
        CREATE TRIGGER failing BEFORE INSERT ON "Updates" FOR EACH ROW EXECUTE FUNCTION fail();
        """),
        Token));
}
