using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Core.Commands;
using TalksBot.Discord.Commanding;

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
        await using var rig = await CommandRig.StartAsync(CommandRig.Fast, _ => [], services => services.Replace(ServiceDescriptor.Singleton<ICommandDesk>(desk)));

        var answer = await rig.RunAsync(rig.Cleo, "note", ("text", "slow"));

        answer.Message!.Files.ShouldHaveSingleItem().Name.ShouldBe("a.csv");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_file_larger_than_Discord_takes_is_refused_in_a_sentence(int more, bool isRefused)
    {
        var reply = Reply.Answer("x") with { File = new ReplyFile("x.csv", "text/csv", new string('x', ReplyAttachment.Largest + more)) };

        var fitted = ReplyAttachment.Fit(reply);

        fitted.Refused.ShouldBe(isRefused);
        ReplyAttachment.Of(fitted).Count.ShouldBe(isRefused ? 0 : 1);
        (isRefused ? fitted.Body.Heading : "x.csv has 10.0 MB, and Discord takes 10").ShouldStartWith("x.csv has 10.0 MB, and Discord takes 10");
    }
}
