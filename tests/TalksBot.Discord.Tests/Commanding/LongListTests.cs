using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>With 300 of everything, each list shows the newest, counts the rest, leads to it, and stays within what Discord takes.</summary>
public sealed class LongListTests(LongListTests.Filled filled) : IClassFixture<LongListTests.Filled>
{
    [Theory]
    [MemberData(nameof(HundredsOfEverything.Lists), MemberType = typeof(HundredsOfEverything))]
    public async Task The_newest_is_shown_the_rest_counted_and_More_leads_on(string line, string first, string second)
    {
        var words = line.Split(' ');
        var options = words.Where(word => word.Contains(':', StringComparison.Ordinal)).Select(word => (word.Split(':')[0], word.Split(':')[1])).ToArray();
        var rig = filled.Rig;

        var page = (await rig.RunAsync(rig.Ada, string.Join(' ', words.Where(word => !word.Contains(':', StringComparison.Ordinal))), options)).Message.ShouldNotBeNull();
        var next = (await rig.PressAsync(rig.Ada, page, PostFit.More)).Message.ShouldNotBeNull();

        CommandRig.Text(page).ShouldContain(first);
        CommandRig.Text(next).ShouldContain(second);
        foreach (var shown in new[] { page, next })
        {
            CommandRig.Text(shown).ShouldContain(" more");
            shown.Embeds.Count.ShouldBeGreaterThan(0, "it was sent as text alone");
            shown.Embeds.Sum(embed => $"{embed!["title"]}{embed["description"]}{embed["footer"]?["text"]}".Length).ShouldBeLessThanOrEqualTo(MessageLimits.AllText);
        }
    }

    [Fact]
    public async Task A_status_counts_what_it_leaves_out_and_says_where_it_is()
    {
        var page = await filled.Rig.RunAsync(filled.Rig.Ada, "status", ("talks", HundredsOfEverything.Slug));

        var text = CommandRig.Text(page);
        text.ShouldContain("word 300");
        text.ShouldContain("more: /talks deadline list steel");
        text.ShouldContain("more: /talks session list steel");
        text.ShouldContain("more: /talks point list steel");
    }

    /// <summary>A desk with that record.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        internal CommandRig Rig { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Rig = await CommandRig.StartAsync();
            await HundredsOfEverything.SeedAsync(Rig.Services);
        }

        public async ValueTask DisposeAsync() => await Rig.DisposeAsync();
    }
}
