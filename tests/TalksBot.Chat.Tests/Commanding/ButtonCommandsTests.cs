using Moq;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Chat.Tests.Commanding;

public sealed class ButtonCommandsTests
{
    private readonly Mock<IButtonCommandStore> _store = new(MockBehavior.Strict);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ButtonCommands Commands => new(_store.Object);

    [Fact]
    public async Task A_line_that_the_platform_carries_is_not_stored()
    {
        var command = await Commands.OfAsync(ButtonAct.Run, "/talks note it", Carries, Token);

        command.ShouldBe(new ButtonCommand(ButtonAct.Run, "note it"));
        (await Commands.FindAsync(command!, Token)).ShouldBe("note it");
    }

    [Fact]
    public async Task A_longer_line_is_found_by_its_key()
    {
        _store.Setup(store => store.KeepAsync("note everything", Token)).ReturnsAsync("K1");
        _store.Setup(store => store.FindAsync("K1", Token)).ReturnsAsync("note everything");

        var command = await Commands.OfAsync(ButtonAct.Write, "/talks note everything", Carries, Token);

        command.ShouldBe(new ButtonCommand(ButtonAct.Write, "K1", IsKey: true));
        (await Commands.FindAsync(command!, Token)).ShouldBe("note everything");
    }

    [Fact]
    public async Task A_button_whose_line_could_not_be_kept_is_left_out()
    {
        _store.Setup(store => store.KeepAsync(It.IsAny<string>(), Token)).ReturnsAsync((string?)null);

        var offered = await Commands.OffersAsync(
            [new PostButton("Long", "/talks note everything"), new PostButton("Short", "/talks note it") { OpensForm = true }], write: null, Carries, Token);

        offered.ShouldHaveSingleItem().ShouldBe(new OfferedButton("Short", new ButtonCommand(ButtonAct.Ask, "note it"), ButtonMeaning.Plain));
    }

    [Fact]
    public async Task The_button_that_opens_a_form_comes_last()
    {
        var offered = await Commands.OffersAsync([new PostButton("Go", "/talks go")], new PostButton("Write again", "/talks note it"), Carries, Token);

        offered.Select(button => (button.Label, button.Command.Act)).ShouldBe([("Go", ButtonAct.Run), ("Write again", ButtonAct.Write)]);
    }

    [Fact]
    public void A_button_below_a_post_never_has_a_line_that_expires()
    {
        ButtonCommands.Lasting(new PostButton("Go", "/talks note it"), Carries).ShouldBe(new ButtonCommand(ButtonAct.Run, "note it"));
        ButtonCommands.Lasting(new PostButton("Go", "/talks note everything"), Carries).ShouldBeNull();
    }

    [Fact]
    public void The_letters_of_acts_stay_as_they_stand_in_messages() =>
        Enum.GetValues<ButtonAct>().Select(act => (act, ButtonCommands.Letters[(int)act])).ShouldBe(
            [(ButtonAct.Run, 'r'), (ButtonAct.Write, 'w'), (ButtonAct.Form, 'f'), (ButtonAct.Ask, 'a')]);

    private static bool Carries(string bare) => bare.Length <= 10;
}
