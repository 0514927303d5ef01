using TalksBot.Core.Commands;

namespace TalksBot.Terminal.Tests;

public sealed class LineEditorTests : IDisposable
{
    private readonly ScriptedKeys _keys = new();
    private readonly FakeScreen _seen = new(Columns);
    private readonly TerminalScreen _screen;
    private readonly LineEditor _editor;
    private IReadOnlyList<Completion> _offers = [];

    private const int Columns = 30;

    public LineEditorTests()
    {
        _screen = new TerminalScreen(_seen);
        _editor = new LineEditor(_keys, _screen, new PromptLine(() => (Columns, 5)), new TypedHistory(path: null), new Offering(() => _offers));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _screen.Dispose();
        _seen.Dispose();
    }

    [Fact]
    public async Task A_post_never_lands_in_a_half_typed_line()
    {
        await BeginAsync();
        await _keys.PressAsync(ScriptedKeys.Typed("stat"));

        await _screen.ShowAsync("╭─ a card\n╰─\n", Token);

        _seen.Seen.ShouldBe("╭─ a card\n╰─\ntalks> stat");
        _seen.Cursor.ShouldBe((2, 11));
    }

    [Fact]
    public async Task A_post_never_lands_in_a_long_line_that_is_edited_at_its_start()
    {
        await BeginAsync();
        await _keys.PressAsync(ScriptedKeys.Typed("the council votes on it, and then all go home"));
        await _keys.PressAsync(ScriptedKeys.Key(ConsoleKey.Home));

        await _screen.ShowAsync("a card\n", Token);

        _seen.Seen.ShouldBe("a card\ntalks> the council votes on i\nt, and then all go home");
        _seen.Cursor.ShouldBe((1, 7));
    }

    [Fact]
    public async Task A_line_longer_than_the_screen_shows_what_stands_around_the_cursor()
    {
        await BeginAsync();
        await _keys.PressAsync(ScriptedKeys.Typed(new string('a', 150) + "z"));

        _seen.Seen.ShouldEndWith("az");
        _seen.Seen.Split('\n').Length.ShouldBe(4);

        await _keys.PressAsync(ScriptedKeys.Key(ConsoleKey.Home));

        _seen.Seen.ShouldStartWith("talks> aaa");
        _seen.Cursor.ShouldBe((0, 7));
    }

    [Fact]
    public async Task Gives_the_line_and_leaves_it_above_the_answer()
    {
        var line = await BeginAsync();
        _keys.Press([.. ScriptedKeys.Typed("status"), ScriptedKeys.Key(ConsoleKey.Enter, '\r')]);

        (await line).ShouldBe("status");
        await _screen.ShowAsync("an answer\n", Token);
        _seen.Seen.ShouldBe("talks> status\nan answer");
    }

    [Theory]
    [InlineData("abc def", ConsoleKey.W, "abc X")]
    [InlineData("abc def", ConsoleKey.U, "X")]
    [InlineData("abc def", ConsoleKey.A, "Xabc def")]
    [InlineData("abc def", ConsoleKey.H, "abc deX")]
    [InlineData("abc de\u0301", ConsoleKey.B, "abc dXe\u0301")]
    public async Task Knows_the_keys_that_shells_have_taught_people(string typed, ConsoleKey key, string given)
    {
        var line = await BeginAsync();
        _keys.Press([.. ScriptedKeys.Typed(typed), ScriptedKeys.Control(key), .. ScriptedKeys.Typed("X"), ScriptedKeys.Key(ConsoleKey.Enter)]);

        (await line).ShouldBe(given);
    }

    [Fact]
    public async Task Takes_letters_that_come_in_two_halves_and_nothing_that_acts()
    {
        var line = await BeginAsync();
        _keys.Press([.. ScriptedKeys.Typed("a\ud83d\ude80\u202eb\u001b"), ScriptedKeys.Key(ConsoleKey.LeftArrow), ScriptedKeys.Key(ConsoleKey.Backspace), ScriptedKeys.Key(ConsoleKey.Enter)]);

        (await line).ShouldBe("ab");
    }

    [Fact]
    public async Task Arrows_bring_back_what_was_typed_before()
    {
        foreach (var before in new[] { "first", "second" })
        {
            var given = await BeginAsync();
            _keys.Press([.. ScriptedKeys.Typed(before), ScriptedKeys.Key(ConsoleKey.Enter)]);
            await given;
        }

        var line = await BeginAsync();
        await _keys.PressAsync([.. ScriptedKeys.Typed("half"), ScriptedKeys.Key(ConsoleKey.UpArrow), ScriptedKeys.Key(ConsoleKey.UpArrow), ScriptedKeys.Key(ConsoleKey.UpArrow)]);
        _seen.Seen.ShouldEndWith("talks> first");
        await _keys.PressAsync(ScriptedKeys.Key(ConsoleKey.DownArrow), ScriptedKeys.Key(ConsoleKey.DownArrow), ScriptedKeys.Key(ConsoleKey.DownArrow));

        _seen.Seen.ShouldEndWith("talks> half");
        line.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Tab_types_the_only_thing_that_can_be_meant()
    {
        _offers = [new Completion("deadline – then add", "deadline")];
        await BeginAsync();
        await _keys.PressAsync(ScriptedKeys.Typed("dea"));
        await _keys.PressAsync(ScriptedKeys.Key(ConsoleKey.Tab, '\t'));

        _seen.Seen.ShouldBe("talks> deadline");
        _seen.Cursor.ShouldBe((0, 16));
    }

    [Fact]
    public async Task Tab_types_what_several_begin_with_and_then_shows_them_above_the_line()
    {
        _offers = [new Completion("us-japan – autos", "us-japan"), new Completion("us-korea – steel, and many other long words", "us-korea")];
        await BeginAsync();
        await _keys.PressAsync(ScriptedKeys.Typed("u"));
        await _keys.PressAsync(ScriptedKeys.Key(ConsoleKey.Tab, '\t'));
        _seen.Seen.ShouldBe("talks> us-");
        await _keys.PressAsync(ScriptedKeys.Key(ConsoleKey.Tab, '\t'));

        _seen.Seen.ShouldBe("  us-japan – autos\n  us-korea – steel, and many…\ntalks> us-");
    }

    [Fact]
    public async Task Tab_tells_what_a_time_means()
    {
        _offers = [new Completion("in 2 h: 17:00 Geneva", "\"17:00\"")];
        await BeginAsync();
        await _keys.PressAsync(ScriptedKeys.Typed("5pm"));
        await _keys.PressAsync(ScriptedKeys.Key(ConsoleKey.Tab, '\t'));

        _seen.Seen.ShouldBe("  \"17:00\" – in 2 h: 17:00 Ge…\ntalks> \"17:00\"");
    }

    [Fact]
    public async Task Tab_in_what_is_pasted_completes_nothing()
    {
        _offers = [new Completion("deadline", "deadline")];
        await BeginAsync();
        await _keys.PressAsync([.. ScriptedKeys.Typed("dea"), ScriptedKeys.Key(ConsoleKey.Tab, '\t'), .. ScriptedKeys.Typed("x")]);

        _seen.Seen.ShouldBe("talks> deax");
    }

    [Fact]
    public async Task Control_D_says_that_the_program_goes_on_and_Enter_brings_the_prompt_back()
    {
        var line = await BeginAsync();
        await _keys.PressAsync(ScriptedKeys.Control(ConsoleKey.D));
        var rest = _seen.Seen;
        await _keys.PressAsync(ScriptedKeys.Typed("x"));
        _seen.Seen.ShouldBe(rest);
        await _keys.PressAsync(ScriptedKeys.Key(ConsoleKey.Enter));

        rest.ShouldBe("TalksBot goes on posting here.\n Enter brings the prompt back;\n Ctrl-C stops it.");
        _seen.Seen.ShouldBe($"{rest}\ntalks>");
        line.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Stops_with_no_half_of_a_line_left_behind()
    {
        using var stop = new CancellationTokenSource();
        var line = _editor.NextAsync(stop.Token);
        await _keys.IdleAsync();
        await _keys.PressAsync(ScriptedKeys.Typed("half"));
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => line);
        _seen.Seen.ShouldBe("");
    }

    [Fact]
    public async Task Ends_when_the_console_is_gone()
    {
        var line = await BeginAsync();
        _keys.End();

        (await line).ShouldBeNull();
    }

    private async Task<Task<string?>> BeginAsync()
    {
        var line = _editor.NextAsync(Token);
        await _keys.IdleAsync();
        return line;
    }

    private sealed class Offering(Func<IReadOnlyList<Completion>> offers) : ILineCompletion
    {
        public Task<LineOffers> OfferAsync(string before, CancellationToken token) =>
            Task.FromResult(new LineOffers(before.LastIndexOf(' ') + 1, offers(), "no such thing"));
    }
}
