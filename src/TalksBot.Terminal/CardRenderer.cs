using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Terminal;

/// <summary>Cards, for people.</summary>
/// <param name="look">What the screen can show.</param>
/// <param name="clock">The newsroom's first clock.</param>
public sealed class CardRenderer(TerminalLook look, WallClock clock) : ITerminalRenderer
{
    /// <inheritdoc/>
    public string Write(ShownPost post)
    {
        var colour = Colour(post.Outgoing.Post.Severity);
        var note = post.Note switch
        {
            ShownNote.New => "",
            ShownNote.Again => "shown again after a restart · ",
            ShownNote.Edited => "edited · ",
            _ => throw new UnreachableException(),
        };
        return Draw(new Card(
            $"{ScreenText.Plain(post.Outgoing.Channel.Channel)} · {post.Outgoing.Cause.Kind.Name()}",
            note + TimeWording.ClockTime(TimeWording.Minute(post.At), clock, firstDate: null, post.At),
            CardBody.Of(post.Outgoing.Post, new Style(colour, decoration: Decoration.Bold)))
        {
            Rule = new Style(colour),
            Reference = post.About.Length == 0 ? post.Reference : $"{post.Reference}, about {post.About}",
        });
    }

    /// <inheritdoc/>
    public string Write(Reply reply, IReadOnlyList<OfferedChoice> choices)
    {
        var colour = reply.Refused ? Color.Red : reply.IsPreview ? Color.Yellow : Color.Default;
        var rows = new List<IRenderable> { CardBody.Of(reply.Body, new Style(colour)) };
        if (choices.Count > 0)
        {
            rows.Add(Text.Empty);
            rows.AddRange(CardBody.Choices(choices));
        }

        var card = Draw(new Card(Title(reply), choices.All(choice => choice.Key.Length == 0) ? "" : $"type {string.Join(" or ", choices.Select(choice => choice.Key))} to choose", new Rows(rows)) { Rule = new Style(colour, decoration: Decoration.Dim) });
        return reply.File is { } file ? card + Below(file) : card;
    }

    /// <inheritdoc/>
    public string WriteLine(string refusal) => ScreenText.Plain(refusal) + "\n";

    /// <summary>A file stands below its card, line by line as it is: inside it would be broken, and could not be copied out.</summary>
    private static string Below(ReplyFile file) => ScreenText.Plain(file.Content.TrimStart('\uFEFF')).TrimEnd('\n') + "\n\n";

    /// <inheritdoc/>
    public string WriteTakenBack(ChannelAddress channel, string reference, Instant at) => Draw(new Card(
        ScreenText.Plain(channel.Channel),
        TimeWording.ClockTime(TimeWording.Minute(at), clock, firstDate: null, at),
        new Text($"The message {reference} was taken back."))
    {
        Rule = new Style(decoration: Decoration.Dim),
    });

    private static string Title(Reply reply) => reply switch
    {
        { Refused: true } => "refused",
        { IsPreview: true } => "preview",
        _ => "reply",
    };

    private static Color Colour(Severity severity) => severity switch
    {
        Severity.Calm => Color.Default,
        Severity.Notable => Color.Blue,
        Severity.Pressing => Color.Red,
        Severity.Good => Color.Green,
        Severity.Nearing => Color.Yellow,
        Severity.Passed => Color.Maroon,
        Severity.Withdrawn => Color.Grey,
        Severity.Trouble => Color.Orange1,
        _ => throw new UnreachableException(),
    };

    private string Draw(Card card)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = look.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = look.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new CardOutput(text, look.Width()),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        console.Write(card);
        return text.ToString() + "\n";
    }
}

/// <summary>How things look on the terminal; each text ends with a line break and is written in one piece.</summary>
public interface ITerminalRenderer
{
    /// <summary>A post to a channel.</summary>
    string Write(ShownPost post);

    /// <summary>The answer to a typed command.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="choices">Its buttons under their keys.</param>
    string Write(Reply reply, IReadOnlyList<OfferedChoice> choices);

    /// <summary>A refusal that is one short sentence, and offers nothing else than what stands already.</summary>
    string WriteLine(string refusal);

    /// <summary>Word that a message was taken back.</summary>
    string WriteTakenBack(ChannelAddress channel, string reference, Instant at);
}

/// <summary>A post as it goes to the screen.</summary>
/// <param name="Outgoing">The post, short enough for the terminal.</param>
/// <param name="At">When it is shown.</param>
/// <param name="Note">Why it is shown, when that is not for the first time.</param>
public sealed record ShownPost(OutgoingPost Outgoing, Instant At, ShownNote Note)
{
    /// <summary>What people quote, such as <c>us-japan-autos · D1 · r7k2</c>.</summary>
    public string Reference { get; } = PostFooter.Of(Outgoing);

    /// <summary>The post that this one is about, by its four characters; empty for none.</summary>
    public string About { get; } = Outgoing.Post.InReplyTo is { } about ? new DeliveryKey(about.Key).ShortReference : "";
}

/// <summary>Why a post is shown.</summary>
public enum ShownNote
{
    /// <summary>It is new.</summary>
    New,

    /// <summary>It may have been shown before the program was last stopped; nobody can know.</summary>
    Again,

    /// <summary>It replaces an earlier message.</summary>
    Edited,
}
