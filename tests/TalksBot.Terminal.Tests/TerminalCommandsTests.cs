using TalksBot.Core.Commands;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public sealed class TerminalCommandsTests : IDisposable
{
    private static readonly Caller Caller = new("local operator", Role.Chief, Some.Channel);

    private readonly RecordingDesk _desk = new();
    private readonly StringWriter _screen = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _screen.Dispose();

    [Fact]
    public async Task Runs_each_line_as_the_local_operator_and_shows_the_answer()
    {
        await TypeAsync("/talks status\n");

        _desk.Typed.ShouldBe([("/talks status", Caller)]);
        _screen.ToString().ShouldBe("{\"reply\":true,\"refused\":false,\"text\":\"/talks status\",\"choices\":[]}\n");
    }

    [Fact]
    public async Task Passes_over_empty_lines()
    {
        await TypeAsync("\n  \n\t\nnext\n");

        _desk.Typed.Select(typed => typed.Line).ShouldBe(["next"]);
    }

    [Fact]
    public async Task A_number_runs_the_choice_that_was_offered_last()
    {
        await TypeAsync("when?\n 2 \n");

        _desk.Typed.Select(typed => typed.Line).ShouldBe(["when?", "/talks b"]);
    }

    [Fact]
    public async Task No_number_means_two_things_in_a_row()
    {
        await TypeAsync("when?\n1\nwhat?\n1\n3\n");

        _desk.Typed.Select(typed => typed.Line).ShouldBe(["when?", "/talks a", "what?", "/talks a"]);
    }

    [Fact]
    public async Task Numbers_go_on_rising_from_answer_to_answer()
    {
        await TypeAsync("when?\nwhat?\n1\nwho?\n6\n");

        _desk.Typed.Select(typed => typed.Line).ShouldBe(["when?", "what?", "who?", "/talks b"]);
    }

    [Fact]
    public async Task Undo_and_more_have_keys_of_their_own_which_the_next_answer_takes_away()
    {
        await TypeAsync("post!\nU\nu\npost!\nmore\nm\n");

        _desk.Typed.Select(typed => typed.Line).ShouldBe(["post!", "/talks undo x", "post!", "/talks list page:2"]);
    }

    [Theory]
    [InlineData("1\n", "1 chooses nothing: nothing is offered now.")]
    [InlineData("when?\n3\n", "3 chooses nothing: what is offered now is 1, 2.")]
    [InlineData("when?\n0\n", "0 chooses nothing: what is offered now is 1, 2.")]
    [InlineData("when?\nstatus\n1\n", "1 chooses nothing: nothing is offered now.")]
    [InlineData("post!\nU\nu\n", "u chooses nothing: nothing is offered now.")]
    public async Task A_key_that_was_not_offered_is_answered_in_one_line(string typed, string answer)
    {
        await TypeAsync(typed);

        _screen.ToString().TrimEnd().Split('\n')[^1].ShouldContain($"\"text\":\"{answer}\"");
        _desk.Typed.ShouldAllBe(line => line.Line.Length > 1);
    }

    [Fact]
    public async Task A_wrong_number_leaves_the_choices_as_they_are()
    {
        await TypeAsync("when?\n7\n2\n");

        _desk.Typed.Select(typed => typed.Line).ShouldBe(["when?", "/talks b"]);
    }

    [Fact]
    public async Task Stops_at_once_while_nobody_types()
    {
        using var reader = new SilentReader();
        using var screen = new TerminalScreen(_screen);
        using var commands = new TerminalCommands(new TerminalKeyboard(new PlainLines(reader), Caller), _desk, new JsonRenderer(), screen);
        await commands.StartAsync(Token);

        await commands.StopAsync(Token).WaitAsync(TimeSpan.FromSeconds(2), Token);

        commands.ExecuteTask!.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Goes_on_when_the_screen_takes_nothing()
    {
        using var broken = new BrittleWriter { IsBroken = true };
        using var screen = new TerminalScreen(broken);

        await TypeAsync("status\nnext\n", screen);

        _desk.Typed.Count.ShouldBe(2);
    }

    private async Task TypeAsync(string lines)
    {
        using var screen = new TerminalScreen(_screen);
        await TypeAsync(lines, screen);
    }

    private async Task TypeAsync(string lines, TerminalScreen screen)
    {
        using var reader = new StringReader(lines);
        using var commands = new TerminalCommands(new TerminalKeyboard(new PlainLines(reader), Caller), _desk, new JsonRenderer(), screen);
        await commands.StartAsync(Token);
        await commands.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }
}
