using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Editing;

/// <summary>Until an embargo lifts its words are nowhere: no output, no log, no answer to anybody but whoever wrote them.</summary>
public sealed class EmbargoSecrecyTests
{
    private const string Secret = "zirconium";
    private const string Slug = FoundingNight.Slug;

    private static readonly Caller Ann = EditingDesk.Person("Ann") with { HasAgreed = true };
    private static readonly Caller Ben = EditingDesk.Person("Ben", Role.Chief, "tokyo");

    [Fact]
    public async Task Its_words_are_in_no_output_no_log_and_no_answer_to_others()
    {
        using var log = new EverythingLogged();
        await using var bot = await OpenAsync(log);

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 15, 59));

        log.Text.ShouldContain("INSERT INTO", Case.Insensitive);
        log.Text.ShouldNotContain(Secret, Case.Insensitive);
        (await bot.EverythingAsync()).ShouldNotContain(Secret, Case.Insensitive);
        (await OffersAsync(bot)).ShouldNotContain(Secret, Case.Insensitive);
        bot.Shown("desk", DeliveryKind.Alarm).ShouldNotBeEmpty();
        bot.Shown("desk", DeliveryKind.Digest).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Another_editor_who_does_anything_about_it_is_not_shown_its_words()
    {
        using var log = new EverythingLogged();
        await using var bot = await OpenAsync(log);
        string[] lines =
        [
            "audit", $"audit {Slug}", "audit change:1", "audit change:2", "audit change:3", "audit change:4", "audit change:5", "audit change:6", "audit change:7",
            $"update correct {Slug} #1 \"something else\"", $"update dispute {Slug} #2 #1", $"update dispute {Slug} #1 #2",
            $"update approve {Slug} #1", $"update reject {Slug} #1", $"update embargo {Slug} #1 +1h", $"update embargo {Slug} #1 +1h confirm:yes",
            $"update break {Slug} #1 \"out elsewhere\"", $"update kill {Slug} #1 \"not so\"", $"update kill {Slug} #1 \"not so\" confirm:yes", "undo",
        ];

        foreach (var line in lines)
        {
            var reply = await bot.SayAsync($"/talks {line}", Ben);
            Told(reply).ShouldNotContain(Secret, Case.Insensitive, line);
        }

        log.Text.ShouldNotContain(Secret, Case.Insensitive);
    }

    [Fact]
    public async Task Whoever_takes_it_back_for_another_is_not_shown_its_words()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        var added = await bot.SayAsync($"/talks update add {Slug} \"{Secret}\" \"a US official\" tier:unnamed embargo:\"28 Jun 12pm EDT\"", Ann);
        Told(added).ShouldContain(Secret);

        var undone = await bot.SayAsync(added.Body.Buttons.Single(button => button.Label == "Undo").Command, Ben);

        undone.Body.Heading.ShouldBe("Undone: update add of #1, by Ann");
        Told(undone).ShouldNotContain(Secret, Case.Insensitive);
    }

    private static async Task<TestBot> OpenAsync(EverythingLogged log)
    {
        var bot = await FoundingNight.BeginAsync(await TestBot.StartAsync(EditingDesk.Start, log), "3h, 1h, 0", "desk", "tokyo");
        await bot.DoAsync($"/talks follow set {Slug} zone:Geneva digest:15:00 live:yes");
        var added = await bot.SayAsync($"/talks update add {Slug} \"The {Secret} minister resigns\" \"a US official\" tier:unnamed side:JP priority:bulletin embargo:\"28 Jun 12pm EDT\"", Ann);
        added.Refused.ShouldBeFalse(PostText.Write(added.Body));
        await bot.AddAsync("They have lunch");
        await bot.SettleAsync();
        return bot;
    }

    private static string Told(Reply reply) =>
        $"{PostText.Write(reply.Whole)}\n{reply.Body.Picture?.AltText}\n{string.Join('\n', reply.Body.Buttons.Select(button => $"{button.Label} {button.Command}"))}";

    /// <summary>Everything offered while somebody types a command, whatever it is.</summary>
    private static async Task<string> OffersAsync(TestBot bot)
    {
        var desk = (ICommandDesk)bot.Services.GetService(typeof(ICommandDesk))!;
        var given = new Dictionary<string, string> { ["talks"] = Slug };
        var offers = new List<string>();
        foreach (var (spec, parameter) in desk.Book.Specs.SelectMany(spec => spec.Parameters, (spec, parameter) => (spec, parameter)))
        {
            foreach (var typed in new[] { "", "#1", Secret[..4] })
            {
                offers.AddRange((await desk.CompleteAsync(spec, parameter.Name, typed, given, Ben, TestContext.Current.CancellationToken)).Select(offer => $"{offer}"));
            }
        }

        offers.ShouldContain(offer => offer.Contains("under embargo", StringComparison.Ordinal));
        return string.Join('\n', offers);
    }
}
