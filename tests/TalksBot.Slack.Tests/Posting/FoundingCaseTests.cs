using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Archive;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>The founding case, replayed into three channels of a workspace, gives the same record as on any other platform.</summary>
public sealed class FoundingCaseTests
{
    private static readonly string[] Channels = ["desk", "washington", "tokyo"];

    [Fact]
    public async Task Three_channels_show_what_the_record_holds()
    {
        await using var workspace = await Workspace.StartAsync();
        var places = Channels.ToDictionary(name => name, name => workspace.Simulator.AddChannel(name));
        var elsewhere = await ReplayAsync(_ => [], line => line);

        var onSlack = await ReplayAsync(
            _ => [workspace.Connect()],
            line => Channels.Aggregate(line, (text, name) => text.Replace($"terminal:{name}", $"{Workspace.Address(places[name])}", StringComparison.Ordinal)));

        onSlack.Count.ShouldBeGreaterThan(20);
        foreach (var name in Channels)
        {
            var expected = elsewhere.Where(row => row.Channel.Channel == name && row.FollowId is not null).ToList();
            var record = onSlack.Where(row => row.Channel == Workspace.Address(places[name])).ToList();
            record.Select(Record).ShouldBe(expected.Select(Record));
            workspace.Visible(Workspace.Address(places[name])).Select(message => message.Text).Zip(record).ShouldAllBe(shown => Shows(shown.First, shown.Second.Post));
            workspace.Messages(places[name]).Count.ShouldBe(record.Count);
        }
    }

    private static string Record(Delivery row) => $"{row.Kind} {row.Subject} {row.Rung} {row.State}: {PostText.Write(row.Post with { Pieces = [.. row.Post.Pieces.Select(Unreferred)] })}";

    /// <summary>A reference follows from the channel's address, so each platform has its own.</summary>
    private static PostPiece Unreferred(PostPiece piece) => piece is PostPiece.Link link
        ? link with { Text = link.Text.Replace(new DeliveryKey(link.Key).ShortReference, "REF", StringComparison.Ordinal) }
        : piece;

    private static bool Shows(string text, Post post) =>
        post.Pieces.Select(Words).Prepend(post.Heading).All(words => text.Contains(CleanText.Of(words).Trim(), StringComparison.Ordinal));

    private static string Words(PostPiece piece) => piece switch
    {
        PostPiece.Quote { Attribution: "" } quote => quote.Text,
        PostPiece.Struck struck => struck.Text,
        _ => PostText.Write(piece),
    };

    /// <summary>What was sent, in order, by the receipts.</summary>
    private static async Task<IReadOnlyList<Delivery>> ReplayAsync(Func<SimulatedClock, IReadOnlyList<IPlatform>> others, Func<string, string> edit)
    {
        var reading = TalksFile.Read(await File.ReadAllTextAsync(Sample(), TestContext.Current.CancellationToken));
        var story = Story.Of(reading.ShouldBeOfType<TalksFileReading.Understood>().File);
        var clock = new SimulatedClock(story.Window!.Value.Start);
        await using var bot = await TestBot.StartAsync(clock, others(clock));
        foreach (var step in story.Steps)
        {
            await bot.AdvanceToAsync(step.At);
            var reply = await bot.SayAsync(edit(step.Line), new Caller(step.By, Role.Chief, Some.Channel) { HasAgreed = true });
            reply.Refused.ShouldBeFalse(reply.Body.Heading);
        }

        await bot.AdvanceToAsync(story.Window!.Value.End);
        return await bot.ReadAsync(db => db.Deliveries.Where(row => row.State == DeliveryState.Sent && row.Act == DeliveryAct.Post).OrderBy(row => row.SentAt).ThenBy(row => row.Id).ToListAsync());
    }

    private static string Sample()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TalksBot.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "samples", "us-japan-autos-1995.json");
    }
}
