using Microsoft.EntityFrameworkCore;
using Shouldly;
using TalksBot.Core.Archive;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Testing.WholeBot;
using Xunit;

namespace TalksBot.Testing;

/// <summary>The founding case, replayed into three channels of a platform, gives the same record there as at the terminal, and shows it.</summary>
public abstract class FoundingCaseContract
{
    private static readonly string[] Channels = ["desk", "washington", "tokyo"];

    /// <summary>At the terminal, once for all who compare with it, and on the smaller database: nothing may depend on which it is.</summary>
    private static readonly Lazy<Task<IReadOnlyList<Delivery>>> AtTerminal = new(() => ReplayAsync(_ => [], line => line, database: null));

    [Fact]
    public async Task Three_channels_show_what_the_record_holds()
    {
        var places = Channels.ToDictionary(name => name, AddChannel);
        var atTerminal = await AtTerminal.Value;

        var here = await ReplayAsync(
            clock => [Connect(clock)],
            line => Channels.Aggregate(line, (text, name) => text.Replace($"terminal:{name}", $"{places[name]}", StringComparison.Ordinal)),
            Database);

        here.Count.ShouldBeGreaterThan(20);
        foreach (var name in Channels)
        {
            var expected = atTerminal.Where(row => row.Channel.Channel == name && row.FollowId is not null).ToList();
            var record = here.Where(row => row.Channel == places[name]).ToList();
            record.Select(Record).ShouldBe(expected.Select(Record));
            var shown = Visible(places[name]);
            shown.Count.ShouldBe(record.Count);
            shown.Select(message => message.Text).Zip(record).ShouldAllBe(pair => Shows(pair.First, pair.Second.Post));
        }
    }

    /// <summary>The database system that the bot works on; null where it does not matter.</summary>
    protected virtual string? Database => null;

    /// <summary>Adds an empty channel.</summary>
    protected abstract ChannelAddress AddChannel(string name);

    /// <summary>The platform, connected.</summary>
    protected abstract IPlatform Connect(SimulatedClock clock);

    /// <summary>What a reader sees in the channel, oldest first.</summary>
    protected abstract IReadOnlyList<VisibleMessage> Visible(ChannelAddress channel);

    private static string Record(Delivery row) => $"{row.Kind} {row.Subject} {row.Rung} {row.State}: {PostText.Write(row.Post with { Pieces = [.. row.Post.Pieces.Select(Unreferred)] })}";

    /// <summary>A reference follows from the channel's address, so each platform has its own.</summary>
    private static PostPiece Unreferred(PostPiece piece) => piece is PostPiece.Link link
        ? link with { Text = link.Text.Replace(new DeliveryKey(link.Key).ShortReference, "REF", StringComparison.Ordinal) }
        : piece;

    private static bool Shows(string text, Post post) =>
        post.Pieces.SelectMany(Words).Prepend(post.Title).All(words => text.Contains(CleanText.Of(words).Trim(), StringComparison.Ordinal));

    private static IEnumerable<string> Words(PostPiece piece) => piece switch
    {
        PostPiece.Quote quote => [quote.Text, quote.Attribution],
        PostPiece.Struck struck => [struck.Text],
        _ => [PostText.Write(piece)],
    };

    /// <summary>What was sent, in order, by the receipts.</summary>
    private static async Task<IReadOnlyList<Delivery>> ReplayAsync(Func<SimulatedClock, IReadOnlyList<IPlatform>> others, Func<string, string> edit, string? database)
    {
        var reading = TalksFile.Read(await File.ReadAllTextAsync(Samples.Founding, CancellationToken.None));
        var story = Story.Of(reading.ShouldBeOfType<TalksFileReading.Understood>().File);
        var clock = new SimulatedClock(story.Window!.Value.Start);
        await using var bot = await TestBot.StartAsync(clock, new BotSurroundings { Others = others(clock), Database = database });
        foreach (var step in story.Steps)
        {
            await bot.AdvanceToAsync(step.At);
            var reply = await bot.SayAsync(edit(step.Line), new Caller(step.By, Role.Chief, Some.Channel) { HasAgreed = true });
            reply.Refused.ShouldBeFalse(reply.Body.Heading);
        }

        await bot.AdvanceToAsync(story.Window!.Value.End);
        return await bot.ReadAsync(db => db.Deliveries.Where(row => row.State == DeliveryState.Sent && row.Act == DeliveryAct.Post).OrderBy(row => row.SentAt).ThenBy(row => row.Id).ToListAsync());
    }
}
