using System.Text.RegularExpressions;
using TalksBot.Core.Posts;
using TalksBot.Tests.Editing;

namespace TalksBot.Tests.House;

/// <summary>Whatever docs/editing.md shows to be typed can be typed, in the order in which it stands there.</summary>
public sealed partial class EditingExamplesTests
{
    private static readonly string Page = File.ReadAllText(Checkout.File("docs/editing.md"));

    [Fact]
    public async Task Every_command_shown_can_be_given()
    {
        var lines = Commands().Matches(Page).Select(found => found.Groups["line"].Value).Distinct().ToList();
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync("The talks are over");

        lines.Count.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var line in lines)
        {
            var typed = line.Replace("TALKS", FoundingNight.Slug, StringComparison.Ordinal).Replace("…", "\"They meet again\" \"a US official\" tier:official", StringComparison.Ordinal);
            var reply = await bot.SayAsync(typed);
            reply.Refused.ShouldBeFalse($"{typed}\n{PostText.Write(reply.Body)}");
        }
    }

    [Fact]
    public async Task Every_setting_shown_can_be_set()
    {
        var settings = Settings().Matches(Page).Select(found => found.Groups["setting"].Value).ToList();
        await using var bot = await EditingDesk.OpenAsync();

        settings.Count.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var setting in settings)
        {
            await bot.DoAsync($"/talks follow set {FoundingNight.Slug} {setting}");
        }
    }

    [Fact]
    public async Task What_agrees_at_once_posts_at_once()
    {
        await using var bot = await EditingDesk.OpenAsync();
        var ann = EditingDesk.Person("Ann");

        foreach (var agreed in new[] { "confirm:yes", "--yes" })
        {
            Page.ShouldContain($"`{agreed}`");
            (await bot.SayAsync($"/talks update add {FoundingNight.Slug} \"A word {agreed[^3..]} {agreed.Length}\" \"a US official\" tier:official {agreed}", ann)).IsPreview.ShouldBeFalse();
        }
    }

    [GeneratedRegex("`(?<line>/talks [^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commands();

    /// <summary>Settings stand in the table, with their values; what stands in the prose are names.</summary>
    [GeneratedRegex("(?<=\\|[^|\\n]*)`(?<setting>(quiet|escalate|live):[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Settings();
}
