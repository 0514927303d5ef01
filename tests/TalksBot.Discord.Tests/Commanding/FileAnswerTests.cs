using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Core.Commands;
using TalksBot.Discord.Commanding;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class FileAnswerTests
{
    [Fact]
    public async Task An_export_is_attached_to_the_private_answer()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();

        var answer = await rig.RunAsync(rig.Cleo, "export", ("talks", "us-japan-autos"), ("format", "md"));

        answer.Message!.Ephemeral.ShouldBeTrue();
        var file = answer.Message.Files.ShouldHaveSingleItem();
        (file.Name, file.ContentType).ShouldBe(("us-japan-autos.md", "text/markdown"));
        System.Text.Encoding.UTF8.GetString(file.Bytes.Span).ShouldStartWith("# US–Japan automotive talks\n");
        CommandRig.Text(answer).ShouldContain("us-japan-autos as Markdown");
        rig.Discord.Stats.RequestFaults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_timeline_is_shown_as_a_picture_too()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        await rig.RunAsync(rig.Ada, "deadline add", ("talks", "us-japan-autos"), ("at", "in 2h"), ("label", "100% tariffs"));

        var answer = await rig.RunAsync(rig.Cleo, "timeline", ("talks", "us-japan-autos"));

        var file = answer.Message!.Files.ShouldHaveSingleItem();
        (file.Name, file.ContentType).ShouldBe(("timeline.png", "image/png"));
        file.Description.ShouldNotBeNull().ShouldContain("D1 100% tariffs: ");
        file.Bytes.Span[..4].ToArray().ShouldBe([0x89, 0x50, 0x4e, 0x47]);
        rig.Discord.Stats.RequestFaults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_attached_to_an_answer_that_took_its_time()
    {
        var desk = new WatchedDesk { Takes = TimeSpan.FromSeconds(2), Changes = false, File = new ReplyFile("a.csv", "text/csv", "x") };
        await using var rig = await StartAsync(CommandRig.Fast, desk);

        var answer = await rig.RunAsync(rig.Cleo, "note", ("text", "slow"));

        answer.Message!.Files.ShouldHaveSingleItem().Name.ShouldBe("a.csv");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_file_larger_than_Discord_takes_is_refused_in_a_sentence(int more, bool isRefused)
    {
        var reply = Reply.Answer("x") with { File = new ReplyFile("x.csv", "text/csv", new string('x', (int)ReplyAttachments.Largest + more)) };

        var fitted = ReplyAttachments.Fit(reply, ReplyAttachments.Largest);

        fitted.Refused.ShouldBe(isRefused);
        ReplyAttachments.Of(fitted).Count.ShouldBe(isRefused ? 0 : 1);
        (isRefused ? fitted.Body.Heading : "x.csv has 10.0 MB, and Discord takes 10").ShouldStartWith("x.csv has 10.0 MB, and Discord takes 10");
    }

    [Fact]
    public async Task The_most_that_this_server_takes_counts_where_it_is_told()
    {
        var options = CommandRig.Fast with { MaxFileBytes = 1024 * 1024 };
        await using var rig = await StartAsync(options, new WatchedDesk { Changes = false, File = new ReplyFile("a.csv", "text/csv", new string('x', 1536 * 1024)) });

        var answer = await rig.RunAsync(rig.Cleo, "note", ("text", "long"));

        answer.Message!.Files.ShouldBeEmpty();
        CommandRig.Text(answer).ShouldContain("a.csv has 1.5 MB, and Discord takes 1 here; ask for another format");
        rig.Discord.Stats.Statuses.ShouldNotContainKey(413);
    }

    [Theory]
    [InlineData(RestFaultKind.TooLarge)]
    [InlineData(RestFaultKind.MissingPermissions)]
    public async Task A_file_that_Discord_turns_away_all_the_same_is_answered_with_what_to_do(RestFaultKind fault)
    {
        await using var rig = await StartAsync(CommandRig.Fast, new WatchedDesk { Changes = false, File = new ReplyFile("a.csv", "text/csv", "x") });
        rig.Discord.Faults.Add(new RestFault(fault) { Operation = "create_interaction_response" });

        var answer = await rig.RunAsync(rig.Cleo, "note", ("text", "large"));

        answer.Message!.Files.ShouldBeEmpty();
        CommandRig.Text(answer).ShouldContain("Discord did not take a.csv; ask for another format");
    }

    private static Task<CommandRig> StartAsync(DiscordSimulatorOptions options, WatchedDesk desk) =>
        CommandRig.StartAsync(options, _ => [], services => services.Replace(ServiceDescriptor.Singleton<ICommandDesk>(desk)));
}
