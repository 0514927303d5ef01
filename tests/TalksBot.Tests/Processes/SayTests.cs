using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>One command from the shell: whatever is typed, a clear answer.</summary>
[Collection(nameof(ProcessTests))]
public sealed class SayTests
{
    [Theory]
    [InlineData("/talks status nosuch", "No talks have that name; /talks list shows those there are.")]
    [InlineData("/talks open mars \"Mars\" zone:Mars", "\"Mars\" is not a place or time zone I know.")]
    [InlineData("/talks staus burst", "There is no command “staus”. Did you mean `status`?")]
    [InlineData("", "Say what to do after /talks.")]
    [InlineData("/talks update add burst tier:official \"never closed", "quote")]
    public async Task Refuses_what_it_cannot_do_and_changes_nothing(string line, string sentence)
    {
        using var database = await SeededAsync();
        var before = WrittenRecord.Of(database);

        var ran = await BotProcess.RunAsync(database.Folder, "say", line, "--database", database.File);

        ran.ShouldRefuse(sentence);
        WrittenRecord.Of(database).ShouldBe(before);
    }

    [Fact]
    public async Task Refuses_a_text_of_100_000_characters()
    {
        using var database = await SeededAsync();
        var before = WrittenRecord.Of(database);

        var ran = await BotProcess.RunAloneAsync(
            database.Folder, "say", $"/talks update add burst tier:official \"{new string('x', 100_000)}\" \"a US official\"", "--database", database.File);

        ran.ShouldRefuse("characters; shorten it to 8,000.");
        WrittenRecord.Of(database).ShouldBe(before);
    }

    [Fact]
    public async Task Takes_emoji_and_letters_from_right_to_left_and_shows_them()
    {
        using var database = await SeededAsync();

        var added = await BotProcess.RunAloneAsync(
            database.Folder, "say", "/talks update add burst tier:official \"Deal 🤝 שלום עולם\" \"a US official\"", "--database", database.File);
        var listed = await BotProcess.RunAloneAsync(database.Folder, "say", "/talks update list burst", "--database", database.File);

        added.ShouldBeDone();
        listed.ShouldBeDone();
        listed.Output.ShouldContain("🤝");
        listed.Output.ShouldContain("שלום");
    }

    [Fact]
    public async Task Never_lets_control_characters_reach_the_terminal()
    {
        using var database = await SeededAsync();

        var added = await BotProcess.RunAloneAsync(
            database.Folder, "say", "/talks update add burst tier:official \"red \u001b[31m\u0007 end\" \"a US official\"", "--database", database.File);
        var listed = await BotProcess.RunAloneAsync(database.Folder, "say", "/talks update list burst", "--database", database.File);

        (added.Output + added.Error + listed.Output + listed.Error).ShouldNotContain('\u001b');
        (added.Output + added.Error + listed.Output + listed.Error).ShouldNotContain('\u0007');
        added.Error.ShouldBeEmpty();
    }

    private static async Task<TestDatabase> SeededAsync()
    {
        var database = new TestDatabase();
        await using var burst = await QueuedBurst.OpenAsync(database);
        await burst.FillAsync(0, 0);
        return database;
    }
}
