using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.House;

namespace TalksBot.Tests.Upgrading;

/// <summary>
/// A database and a file of a version that kept changes in words, opened by this one: the record is the same, and what the words said of
/// times, states, sides and settings is data.
/// </summary>
public sealed class UpgradeTests
{
    private static readonly ChangeVerb[] WordsByNature = [ChangeVerb.Opened, ChangeVerb.Concluded, ChangeVerb.Corrected, ChangeVerb.Killed];

    [Fact]
    public async Task An_old_database_holds_the_record_of_the_old_file_as_data()
    {
        using var database = new TestDatabase();
        File.Copy(Checkout.File("tests/TalksBot.Tests/Upgrading/kept-in-words.db"), database.File);
        await using var desk = await Processes.QueuedBurst.OpenAsync(database);

        var opened = await desk.ReadAsync(db => db.Negotiations.Whole().OrderBy(talks => talks.Id).ToListAsync(TestContext.Current.CancellationToken));

        TalksFile.Write(opened).ShouldBe(TalksFile.Write(await FromFileAsync()));
        AreData(opened);
        opened.Single(talks => talks.Slug == "steel").Changes.Single(change => change.Verb is ChangeVerb.Disputed).After.ShouldBe(new ChangeValue.Against(1));
    }

    [Fact]
    public async Task An_old_database_is_read_back_once()
    {
        using var database = new TestDatabase();
        File.Copy(Checkout.File("tests/TalksBot.Tests/Upgrading/kept-in-words.db"), database.File);
        await using (await Processes.QueuedBurst.OpenAsync(database))
        {
        }

        var first = Processes.WrittenRecord.Of(database);
        await using (await Processes.QueuedBurst.OpenAsync(database))
        {
        }

        Processes.WrittenRecord.Of(database).ShouldBe(first);
    }

    [Fact]
    public async Task The_words_of_an_old_database_are_found()
    {
        using var database = new TestDatabase();
        File.Copy(Checkout.File("tests/TalksBot.Tests/Upgrading/kept-in-words.db"), database.File);
        await using var desk = await Processes.QueuedBurst.OpenAsync(database);

        var shown = await desk.ReadAsync(db => db.Set<Update>().CountAsync(update => update.Standing == UpdateStanding.Public, TestContext.Current.CancellationToken));
        var found = await desk.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM \"Search\" WHERE rowid % 8 = 4").SingleAsync(TestContext.Current.CancellationToken));

        found.ShouldBe(shown);
        shown.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_old_file_is_data_too() => AreData(await FromFileAsync());

    [Fact]
    public async Task What_cannot_be_read_back_stays_the_words_that_it_was()
    {
        var old = (await OldFileAsync()).Replace("Sat 5 Dec 2026 23:59 Brussels", "some time soon", StringComparison.Ordinal);
        var talks = Restored(old).Single(one => one.Slug == "steel");

        talks.Changes.Where(change => change.Subject == "D1").Select(change => ChangeWording.Of(change.Verb is ChangeVerb.Moved ? change.Before : change.After)).First().ShouldBe("some time soon");
    }

    private static async Task<List<Negotiation>> FromFileAsync() => Restored(await OldFileAsync());

    private static Task<string> OldFileAsync() => File.ReadAllTextAsync(Checkout.File("tests/TalksBot.Tests/Upgrading/kept-in-words.json"), TestContext.Current.CancellationToken);

    private static List<Negotiation> Restored(string json) =>
        [.. TalksFile.Read(json).ShouldBeOfType<TalksFileReading.Understood>().File.Talks.Select(Negotiation.Restore)];

    private static void AreData(IReadOnlyList<Negotiation> opened)
    {
        opened.Select(talks => talks.Slug).ShouldBe(["us-japan-autos", "steel", "rail"]);
        var words = opened.SelectMany(talks => talks.Changes)
            .Where(change => !WordsByNature.Contains(change.Verb) && change.Subject is ['D' or 'S' or 'P', ..])
            .Where(change => !(change.Subject.StartsWith('P') && change.Verb is ChangeVerb.Added))
            .SelectMany(change => new[] { change.Before, change.Verb is ChangeVerb.Cancelled ? ChangeValue.None : change.After })
            .Where(value => value is ChangeValue.Words { Text.Length: > 0 });
        words.ShouldBeEmpty();
        var steel = opened.Single(talks => talks.Slug == "steel");
        steel.Changes.Where(change => change.Subject == "P1" && change.Verb is ChangeVerb.Set).Select(change => change.After).ShouldBe(
            [new ChangeValue.Wording("US", "no quota"), new ChangeValue.Wording("US", "a small quota"), new ChangeValue.Turn(PointState.Narrowing)]);
        steel.Changes.Single(change => change.Subject == "terminal:desk" && change.Verb is ChangeVerb.Set).After
            .ShouldBeOfType<ChangeValue.Following>().Settings.Mention.ShouldBe("@desk");
        opened.Single(talks => talks.Slug == "rail").Changes.Single(change => change.Verb is ChangeVerb.Met).After
            .ShouldBe(new ChangeValue.Ending(DeadlineState.Met) { Note = "Signed by both sides" });
    }
}
