using TalksBot.Core.Commands;
using TalksBot.Discord.Commanding;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class SlashBookTests
{
    [Fact]
    public async Task Every_command_of_the_real_book_is_registered_and_valid()
    {
        await using var rig = await CommandRig.StartAsync();

        var registered = rig.Discord.Commands(rig.Guild).Select(command => ((int)command["type"]!, (string)command["name"]!));
        var desk = (ICommandDesk)rig.Services.GetService(typeof(ICommandDesk))!;
        var specs = desk.Book.Specs.Where(spec => spec.Path != SlashBook.Claim).ToList();
        var book = SlashBook.Of(new CommandBook(specs), everywhere: false);

        book.LeftOut.ShouldBeEmpty();
        var paths = Paths(book.Command).ToLookup(path => path.StartsWith($"{SlashBook.More} ", StringComparison.Ordinal), path => path.Replace($"{SlashBook.More} ", "", StringComparison.Ordinal));
        paths.SelectMany(group => group).Order(StringComparer.Ordinal).ShouldBe(specs.Select(spec => spec.Path).Order(StringComparer.Ordinal));
        paths[true].ShouldAllBe(path => specs.Single(spec => spec.Path == path).IsRare);
        registered.ShouldBe([(1, "talks"), (3, "Make this an update")]);
        rig.Discord.Stats.RequestFaults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Registers_again_only_when_the_set_has_changed()
    {
        await using var rig = await CommandRig.StartAsync();

        await rig.RestartBotAsync();
        await rig.OpenTalksAsync();

        rig.Discord.Stats.Requests["bulk_set_guild_application_commands"].ShouldBe(1);
        rig.Discord.Stats.Requests.ShouldNotContainKey("bulk_set_application_commands");
    }

    [Fact]
    public async Task Registers_nothing_but_the_claim_when_no_server_is_named()
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Fast, _ => CommandRig.NoServer, _ => { });

        var command = rig.Discord.Commands().ShouldHaveSingleItem();
        command["options"]!.AsArray().ShouldHaveSingleItem()!["name"]!.ToString().ShouldBe("claim");
        command["integration_types"]!.ToJsonString().ShouldBe("[0]");
        command["contexts"]!.ToJsonString().ShouldBe("[0]");
        rig.Discord.Commands(rig.Guild).ShouldBeEmpty();
    }

    [Fact]
    public void Single_words_without_a_place_go_to_the_group_more()
    {
        var book = new CommandBook(Enumerable.Range(0, 30).Select(i => Spec($"word{i}")).Append(Spec("deadline add")));

        var slash = SlashBook.Of(book, everywhere: true);

        slash.LeftOut.ShouldBeEmpty();
        slash.Command.Options!.Count.ShouldBe(25);
        Paths(slash.Command).ShouldContain("more word29");
        SlashBook.Find(book, ["talks", "more", "word29"])!.Path.ShouldBe("word29");
    }

    [Fact]
    public void Long_descriptions_are_cut_until_everything_fits()
    {
        var book = new CommandBook(Enumerable.Range(0, 20).Select(i => Spec($"word{i}", parameters: 12)));

        var slash = SlashBook.Of(book, everywhere: true);

        slash.LeftOut.ShouldBeEmpty();
        slash.Command.Options!.Sum(SlashText.Weigh).ShouldBeLessThanOrEqualTo(8_000);
        slash.Command.Options![0].Description.ShouldBe(Spec("word0").Summary);
    }

    [Fact]
    public void What_fits_in_no_way_is_left_out_and_named()
    {
        var book = new CommandBook([.. Enumerable.Range(0, 25).Select(i => Spec($"w{i} a", parameters: 25)), Spec("a b c"), Spec("No Good")]);

        var slash = SlashBook.Of(book, everywhere: true);

        slash.LeftOut.ShouldContain("a b c");
        slash.LeftOut.ShouldContain("No Good");
        slash.LeftOut.ShouldContain("w24 a");
        slash.Command.Options!.Sum(SlashText.Weigh).ShouldBeLessThanOrEqualTo(8_000);
    }

    private static CommandSpec Spec(string path, int parameters = 1) => new(
        path,
        "does what its name says, and says so in a sentence",
        Role.Reader,
        [.. Enumerable.Range(0, parameters).Select(i => new ParameterSpec($"parameter-{i}", ParameterKind.Text, "what is meant by it, in rather more words than anybody needs"))]);

    private static IEnumerable<string> Paths(ApplicationCommand command) => command.Options!.SelectMany(option =>
        option.Type == CommandOptionType.SubcommandGroup ? option.Options!.Select(inner => $"{option.Name} {inner.Name}") : [option.Name]);
}
